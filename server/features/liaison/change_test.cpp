#include "features/liaison/notes_test.h"

using namespace liaison::tests;

namespace {

std::string changed(int version, const std::string& title = "Sortie au moulin") {
  return fmt::format(R"({{"version":{},"title":"{}","body":"Le lieu a changé.","facts":{{}}}})", version, title);
}
std::string at_version(int version) { return fmt::format(R"({{"version":{}}})", version); }

}  // namespace

TEST_CASE("liaison: a changed note is read and signed anew, and the first version stays provable") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  REQUIRE(v.as(v.sarah).post(path(note, "open"), about(v.tom)).status == 204);
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);
  v.clock().advance(minutes(1));

  auto reply = v.as(v.m_benali).put(path(note), changed(1));
  REQUIRE(reply.status == 200);
  CHECK(number_at(reply, "/version") == 2);
  CHECK(number_at(reply, "/children") == 3);
  CHECK(number_at(reply, "/adults") == 4);
  auto read = v.as(v.sarah).get(path(note));
  CHECK(text_at(read, "/title") == "Sortie au moulin");
  CHECK(number_at(read, "/changed_at") == v.now());
  CHECK(number_at(read, "/delivered_at") == v.now() - minutes(1));
  CHECK_FALSE(has(read, "/children/0/opened_at"));
  CHECK_FALSE(has(read, "/children/0/signed_at"));
  CHECK(flag_at(read, "/children/0/may_sign"));
  CHECK(number_at(v.as(v.sarah).get("/bell"), "/unread") == 1);
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes")) == 1);

  CHECK(sign(v.as(v.sarah), note, v.tom, 1).error == "liaison.newer_version");
  CHECK(sign(v.as(v.sarah), note, v.tom, 1).status == 412);
  CHECK(sign(v.as(v.sarah), note, v.tom, 2).status == 200);
  CHECK(v.count("liaison_version") == 2);
  CHECK(v.count("liaison_signature", "version = 1") == 1);
  CHECK(v.count("store_audit", "act = 'liaison.change'") == 1);
}

TEST_CASE("liaison: changed in the evening, the first version stays readable until the second arrives") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  v.clock().set(v.now() + hours(12) + minutes(30));
  auto reply = v.as(v.m_benali).put(path(note), changed(1));
  CHECK(flag_at(reply, "/quiet"));
  CHECK(text_at(v.as(v.sarah).get(path(note)), "/title") == "Sortie à la ferme");
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes")) == 1);
  CHECK(sign(v.as(v.sarah), note, v.tom, 1).status == 200);
  REQUIRE(v.as(v.m_benali).put(path(note), changed(2, "Sortie au lac")).status == 200);

  v.clock().set(number_at(reply, "/deliver_at"));
  auto read = v.as(v.sarah).get(path(note));
  CHECK(text_at(read, "/title") == "Sortie au lac");
  CHECK(number_at(read, "/version") == 3);
  CHECK(flag_at(read, "/children/0/may_sign"));
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes")) == 1);
  CHECK(number_at(v.as(v.sarah).get("/bell"), "/unread") == 1);
}

TEST_CASE("liaison: only its author or the head changes or withdraws a note") {
  Village v;
  const auto note = sent(v.as(v.mme_petit, "les-tilleuls-enseignant"), {class_of(v.cp)});
  auto colleague = v.as(v.mme_sow, "les-tilleuls-enseignant");  // she teaches the same class
  CHECK_FALSE(flag_at(colleague.get(path(note, "follow-up")), "/may_change"));
  CHECK(colleague.put(path(note), changed(1)).error == "liaison.may_not_change");
  CHECK(colleague.post(path(note, "withdraw"), at_version(1)).status == 403);
  for (Browser other : {v.as(v.m_benali), v.as(v.mme_garcin, "les-tilleuls-enseignant"), v.as(v.m_lacaze), v.as(v.mme_rossi)}) {
    CHECK(other.put(path(note), changed(1)).status == 404);
    CHECK(other.post(path(note, "withdraw"), at_version(1)).status == 404);
  }
  CHECK(v.as(v.mme_petit, "parent").put(path(note), changed(1)).status == 403);
  CHECK(v.count("liaison_version") == 1);
  CHECK(v.as(v.mme_garcin).put(path(note), changed(1)).status == 200);
}

TEST_CASE("liaison: two hands on one note: the second is told to look again") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  REQUIRE(v.as(v.mme_garcin).put(path(note), changed(1)).status == 200);
  auto late = v.as(v.m_benali).put(path(note), changed(1));
  CHECK(late.status == 412);
  CHECK(late.error == "liaison.stale");
  CHECK(v.as(v.m_benali).post(path(note, "withdraw"), at_version(1)).error == "liaison.stale");
  CHECK(v.as(v.m_benali).put(path(note), changed(2, "")).field("/title") == "liaison.title_empty");
  CHECK(v.count("liaison_version") == 2);
}

TEST_CASE("liaison: a withdrawn note is gone from the notebook, and says so to who had it") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  v.clock().advance(minutes(1));
  REQUIRE(v.as(v.m_benali).post(path(note, "withdraw"), at_version(1)).status == 204);

  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes")) == 0);
  CHECK(number_at(v.as(v.sarah).get("/bell"), "/unread") == 0);
  auto read = v.as(v.sarah).get(path(note));
  CHECK(flag_at(read, "/withdrawn"));
  CHECK(text_at(read, "/title").empty());
  CHECK(read.json.at_pointer("/body/paragraphs").as_array().empty());
  CHECK_FALSE(flag_at(read, "/children/0/may_sign"));
  auto signing = sign(v.as(v.sarah), note, v.tom);
  CHECK(signing.status == 410);
  CHECK(signing.error == "liaison.withdrawn");
  CHECK(v.as(v.m_benali).put(path(note), changed(1)).status == 410);
  CHECK(v.as(v.m_benali).post(path(note, "withdraw"), at_version(1)).status == 410);
  CHECK(v.as(v.m_benali).post(path(note, "paper"), about(v.gabin)).status == 410);
  auto sent_list = v.as(v.m_benali).get("/liaison/sent");
  CHECK(flag_at(sent_list, "/notes/0/withdrawn"));
  CHECK(v.as(v.m_benali).get("/home").json.at_pointer("/cards/liaison_follow/notes").as_array().empty());
}

TEST_CASE("liaison: withdrawn before it arrived, a note never was") {
  Village v;
  v.clock().set(v.now() + hours(12) + minutes(30));
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  REQUIRE(v.as(v.m_benali).post(path(note, "withdraw"), at_version(1)).status == 204);
  v.clock().advance(hours(12));
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes")) == 0);
  CHECK(v.as(v.sarah).get(path(note)).status == 404);
}
