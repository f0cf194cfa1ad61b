#include "store/rows.h"
#include "uploads/sending_test.h"
#include "uploads/usage.h"

namespace {

constexpr uploads::Thing note(const Uuid& id) { return {"liaison.note", id}; }

/// Finished letters of M. Benali.
std::vector<uploads::UploadId> letters(Village& v, std::size_t count) {
  auto benali = v.as(v.m_benali);
  std::vector<uploads::UploadId> ids;
  while (ids.size() < count) ids.push_back(upload_id(send_whole(benali, fmt::format("mot {}.pdf", ids.size() + 1), sample("letter.pdf"))));
  return ids;
}

std::vector<std::string> names_on(Village& v, const Uuid& thing) {
  std::vector<std::string> names;
  v.read([&](Tx& tx) {
    for (const auto& file : uploads::list_files(tx, note(thing))) names.push_back(file.name);
  });
  return names;
}

std::string refusal(const Result<>& done) { return done ? "" : done.error().code; }

void fill_school(Village& v, std::int64_t used) {
  static const store::Query fill{"tests.fill", "UPDATE uploads_usage SET used_bytes = $1"};
  v.write([&](Tx& tx) {
    const store::Param in[] = {store::param(used)};
    store::run(tx, fill, in);
  });
}

std::int64_t used(Browser& who) { return who.get("/uploads").json.at("used_bytes").as_int64(); }

}  // namespace

TEST_CASE("uploads: a thing holds at most five finished files of its author, in the order they were chosen") {
  Village v;
  const auto ids = letters(v, 6);
  const Actor benali = teacher_of_ce2(v);
  v.write([&](Tx& tx) {
    const std::vector<uploads::UploadId> chosen{ids[2], ids[0], ids[1]};
    CHECK(uploads::attach(tx, benali, chosen, note(a_thing())));
    CHECK(refusal(uploads::attach(tx, benali, ids, note(a_thing()))) == "uploads.too_many_files");
    const std::vector<uploads::UploadId> twice{ids[0], ids[0]};
    CHECK(refusal(uploads::attach(tx, benali, twice, note(a_thing()))) == "uploads.twice");
  });
  CHECK(names_on(v, a_thing()) == std::vector<std::string>{"mot 3.pdf", "mot 1.pdf", "mot 2.pdf"});
}

TEST_CASE("uploads: nobody puts somebody else's file, or an unfinished one, on a thing; what it already has may stay") {
  Village v;
  const auto ids = letters(v, 2);
  auto browser = v.as(v.m_benali);
  const std::vector<uploads::UploadId> unfinished{upload_id(announce(browser, "mot.pdf", 10))};
  Actor garcin = teacher_of_ce2(v);
  garcin.person = v.mme_garcin;
  garcin.self = {v.mme_garcin};
  const std::span first(ids.data(), 1);
  v.write([&](Tx& tx) {
    CHECK(refusal(uploads::attach(tx, teacher_of_ce2(v), unfinished, note(a_thing()))) == "uploads.no_upload");
    CHECK(refusal(uploads::attach(tx, garcin, first, note(a_thing()))) == "uploads.no_upload");
    CHECK(uploads::attach(tx, teacher_of_ce2(v), first, note(a_thing())));
    CHECK(uploads::attach(tx, garcin, first, note(a_thing())));  // the head corrects the note, and leaves its file
    CHECK(refusal(uploads::attach(tx, garcin, ids, note(a_thing()))) == "uploads.no_upload");
  });
  CHECK(names_on(v, a_thing()) == std::vector<std::string>{"mot 1.pdf"});
}

TEST_CASE("uploads: a file is served by the thing that holds it, in the forms it has, and by no other") {
  Village v;
  auto browser = v.as(v.m_benali);
  const auto photo = upload_id(send_whole(browser, "photo.png", sample("see_through.png")));
  const auto letter = letters(v, 1).front();
  v.write([&](Tx& tx) {
    const std::vector<uploads::UploadId> both{photo, letter};
    REQUIRE(uploads::attach(tx, teacher_of_ce2(v), both, note(a_thing(1))));
    CHECK(uploads::find_file(tx, photo, note(a_thing(1)))->content_type == "image/png");
    CHECK(uploads::find_file(tx, photo, note(a_thing(1)), uploads::Size::small)->content_type == "image/webp");
    CHECK(uploads::find_file(tx, photo, note(a_thing(1)), uploads::Size::large, uploads::Format::jpeg)->content_type == "image/jpeg");
    const auto pdf = uploads::find_file(tx, letter, note(a_thing(1)));
    CHECK(pdf->content_type == "application/pdf");
    CHECK_FALSE(pdf->inline_);
    CHECK(content_of(*pdf) == sample("letter.pdf"));
    CHECK_FALSE(uploads::find_file(tx, letter, note(a_thing(1)), uploads::Size::small));
    CHECK_FALSE(uploads::find_file(tx, photo, note(a_thing(2))));
    CHECK_FALSE(uploads::find_file(tx, photo, {"homework.work", a_thing(1)}));
    uploads::ThingId things[2];
    things[0].bytes = a_thing(1).bytes;
    things[1].bytes = a_thing(2).bytes;
    CHECK(uploads::list_files_of(tx, "liaison.note", things).size() == 2);
  });
}

TEST_CASE("uploads: a full school takes no more files, and goes on showing those it has") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string letter = sample("letter.pdf");
  const auto kept = send_whole(benali, "mot.pdf", letter);
  CHECK(used(benali) == std::int64_t(letter.size()));
  const std::int64_t limit = benali.get("/uploads").json.at("limit_bytes").as_int64();

  fill_school(v, limit - 5);
  const auto refused = announce(benali, "mot.pdf", 6);
  CHECK(refused.status == 507);
  CHECK(refused.error == "uploads.school_full");
  CHECK(benali.get("/uploads/" + id_of(kept)).status == 200);
  CHECK(announce(benali, "mot.pdf", 5).status == 200);
  CHECK(announce(benali, "mot.pdf", 1).status == 507);  // the place of what is announced is taken
  auto oliviers = v.as(v.mme_rossi);
  CHECK(announce(oliviers, "mot.pdf", 6).status == 200);  // another school
}

TEST_CASE("uploads: a photo whose smaller forms do not fit any more is not kept, not even in part") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string photo = sample("turned.jpg");
  const std::string id = id_of(announce(benali, "photo.jpg", photo.size()));
  CHECK(send_part(benali, id, photo, 0).status == 204);
  fill_school(v, benali.get("/uploads").json.at("limit_bytes").as_int64());
  CHECK(finish(benali, id, photo).status == 507);
  CHECK(v.count("uploads_form") == 0);
}

TEST_CASE("uploads: an empty file and one over ten megabytes are refused before anything is sent") {
  Village v;
  auto benali = v.as(v.m_benali);
  CHECK(announce(benali, "mot.pdf", 0).field("/size_bytes") == "uploads.empty");
  CHECK(announce(benali, "mot.pdf", 10 * 1024 * 1024).status == 200);
  const auto reply = announce(benali, "mot.pdf", 10 * 1024 * 1024 + 1);
  CHECK(reply.status == 413);
  CHECK(reply.error == "uploads.too_large");
}

TEST_CASE("uploads: what is not wanted any more gives its place back, unless a thing holds it") {
  Village v;
  auto benali = v.as(v.m_benali);
  const auto ids = letters(v, 2);
  v.write([&](Tx& tx) { REQUIRE(uploads::attach(tx, teacher_of_ce2(v), std::span(ids.data(), 1), note(a_thing()))); });

  CHECK(benali.del("/uploads/" + to_text(ids[0])).error == "uploads.held");
  CHECK(benali.del("/uploads/" + to_text(ids[1])).status == 204);
  CHECK(benali.del("/uploads/" + to_text(ids[1])).status == 204);
  v.run_jobs();
  CHECK(used(benali) == std::int64_t(sample("letter.pdf").size()));
  CHECK(files_on_disk(v) == 1);
}

TEST_CASE("uploads: what was begun and left is gone the next day, what no draft can name any more after a month") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string letter = sample("letter.pdf");
  const std::string begun = id_of(announce(benali, "mot.pdf", letter.size()));
  send_part(benali, begun, letter, 0);
  const auto ids = letters(v, 2);
  v.write([&](Tx& tx) {
    REQUIRE(uploads::attach(tx, teacher_of_ce2(v), std::span(ids.data(), 1), note(a_thing())));
    store::add_job(tx, "uploads.sweep", "{}", tx.now());
  });
  v.run_jobs();
  CHECK(v.count("uploads_upload") == 3);

  v.clock().advance(hours(24) + minutes(5));
  v.run_jobs();
  CHECK(v.as(v.m_benali).get("/uploads/" + begun).status == 404);
  CHECK(v.count("uploads_upload") == 2);
  v.clock().advance(days(30));
  v.run_jobs();
  CHECK(v.count("uploads_upload") == 1);  // the one that a note holds
  CHECK(names_on(v, a_thing()) == std::vector<std::string>{"mot 1.pdf"});
  auto again = v.as(v.m_benali);
  CHECK(used(again) == std::int64_t(letter.size()));
}

TEST_CASE("uploads: a file that no row names is swept away after a day, and none that a row names") {
  Village v;
  letters(v, 1);
  v.run_jobs();
  const auto& world = v.database().world();
  world.blobs->put("left by a crash", *world.random, v.now());
  CHECK(files_on_disk(v) == 2);
  v.write([](Tx& tx) { store::add_job(tx, "uploads.sweep", "{}", tx.now()); });
  v.run_jobs();
  CHECK(files_on_disk(v) == 2);
  v.clock().advance(hours(24) + minutes(1));
  for (int folder = 0; folder < store::Blobs::folders; ++folder) {
    v.clock().advance(minutes(5));
    v.run_jobs();
  }
  CHECK(files_on_disk(v) == 1);
}
