#include <catch2/catch.hpp>

#include "store/jobs.h"
#include "village/village.h"

namespace {

const std::string place = "/drafts/liaison.note/new";

TestReply save(Browser& who, int version, const std::string& text) {
  return who.put_bytes(fmt::format("{}?version={}", place, version), fmt::format(R"({{"text":"{}"}})", text));
}

}  // namespace

TEST_CASE("drafts: what a teacher was writing is back after her browser crashed") {
  Village v;
  auto rossi = v.as(v.mme_rossi);
  CHECK(rossi.get(place).status == 404);
  CHECK(save(rossi, 0, "Chers parents").json.at("version").as_int64() == 1);
  CHECK(save(rossi, 1, "Chers parents, demain").json.at("version").as_int64() == 2);

  auto after_crash = v.as(v.mme_rossi);
  const auto found = after_crash.get(place);
  CHECK(found.json.at("content").as_string() == R"({"text":"Chers parents, demain"})");
  CHECK(found.json.at("version").as_int64() == 2);
}

TEST_CASE("drafts: of two devices that write the same note, neither erases the other's words") {
  Village v;
  auto school = v.as(v.mme_rossi);
  auto home = v.as(v.mme_rossi);
  save(school, 0, "At school");
  const auto late = save(home, 0, "At home");
  CHECK(late.status == 412);
  CHECK(late.error == "drafts.newer");
  CHECK(save(home, 7, "At home").status == 412);
  CHECK(home.get(place).json.at("content").as_string() == R"({"text":"At school"})");
  CHECK(save(home, 1, "Both").status == 200);
}

TEST_CASE("drafts: nobody reads another's, and a person's functions keep theirs apart") {
  Village v;
  auto teacher = v.as(v.mme_petit, "les-tilleuls-enseignant");
  auto parent = v.as(v.mme_petit, "parent");
  save(teacher, 0, "To the class");
  CHECK(parent.get(place).status == 404);
  CHECK(v.as(v.m_benali).get(place).status == 404);
  save(parent, 0, "To the teacher");
  CHECK(teacher.get(place).json.at("content").as_string() == R"({"text":"To the class"})");
}

TEST_CASE("drafts: once the note is sent its draft is gone, and dropping it twice is no mistake") {
  Village v;
  auto rossi = v.as(v.mme_rossi);
  save(rossi, 0, "Chers parents");
  CHECK(rossi.del(place).status == 204);
  CHECK(rossi.del(place).status == 204);
  CHECK(rossi.get(place).status == 404);
  CHECK(save(rossi, 1, "Chers parents").status == 412);  // another device still writes what was sent
}

TEST_CASE("drafts: only a small JSON object in a plain place is kept") {
  Village v;
  auto rossi = v.as(v.mme_rossi);
  for (const char* content : {"", "text", "[]", "{", "{\"a\":1} and more", "\xFF"})
    CHECK(rossi.put_bytes(place + "?version=0", content).error == "drafts.not_text");
  CHECK(rossi.put_bytes("/drafts/Liaison/new?version=0", "{}").error == "drafts.not_a_place");
  CHECK(rossi.put_bytes(place + "?version=0", "{\"a\":\"" + std::string(64 * 1024, 'x') + "\"}").status == 413);
  CHECK(rossi.put_bytes(place + "?version=0", "{\"a\":\"" + std::string(60 * 1024, 'x') + "\"}").status == 200);
  for (int i = 1; i < 100; ++i) CHECK(rossi.put_bytes(fmt::format("/drafts/liaison.note/{}?version=0", i), "{}").status == 200);
  CHECK(rossi.put_bytes("/drafts/liaison.note/101?version=0", "{}").error == "drafts.too_many");
}

TEST_CASE("drafts: a draft that nobody came back to is forgotten after thirty days") {
  Village v;
  auto rossi = v.as(v.mme_rossi);
  save(rossi, 0, "Chers parents");
  v.write([](Tx& tx) { store::add_job(tx, "drafts.clean_up", "{}", tx.now()); });
  v.clock().advance(days(29));
  v.run_jobs();
  CHECK(v.count("drafts_draft") == 1);
  v.clock().advance(days(2));
  v.run_jobs();
  CHECK(v.count("drafts_draft") == 0);
}
