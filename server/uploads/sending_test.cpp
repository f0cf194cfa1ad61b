#include "uploads/sending_test.h"

using uploads::part_bytes;

TEST_CASE("uploads: a teacher's photo is turned upright, and no longer says who took it, where, or with what") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string photo = sample("turned.jpg");
  CHECK(photo.find("Garcin") != photo.npos);

  const auto reply = send_whole(benali, "Sortie au bois.JPG", photo);

  CHECK(reply.status == 200);
  CHECK(reply.json.at("name").as_string() == "Sortie au bois.JPG");
  CHECK(reply.json.at("type").as_string() == "jpeg");
  CHECK(reply.json.at("width").as_int64() == 48);
  CHECK(reply.json.at("height").as_int64() == 64);
  v.write([&](Tx& tx) {
    const uploads::UploadId id = upload_id(reply);
    REQUIRE(uploads::attach(tx, teacher_of_ce2(v), std::span(&id, 1), {"liaison.note", a_thing()}));
    const auto whole = uploads::find_file(tx, id, {"liaison.note", a_thing()});
    REQUIRE(whole);
    CHECK(whole->content_type == "image/jpeg");
    CHECK(whole->inline_);
    const std::string kept = content_of(*whole);
    CHECK(std::int64_t(kept.size()) == whole->size);
    for (const char* trace : {"Garcin", "phone", "Exif", "http"}) CHECK(kept.find(trace) == kept.npos);
  });
}

TEST_CASE("uploads: after a cut the sender sees which parts arrived, and goes on in any order") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string photo = long_photo(std::size_t(part_bytes) * 2 + 1000);
  const auto begun = announce(benali, "classe.jpg", photo.size());
  CHECK(begun.json.at("parts").as_int64() == 3);
  const std::string id = id_of(begun);

  CHECK(send_part(benali, id, photo, 2).status == 204);
  CHECK(send_part(benali, id, photo, 0).status == 204);
  CHECK(finish(benali, id, photo).error == "uploads.missing_parts");
  auto other_device = v.as(v.m_benali);  // the browser crashed: he signed in again
  const auto progress = other_device.get("/uploads/" + id);
  CHECK(progress.json.at("received") == boost::json::array{0, 2});
  CHECK_FALSE(progress.json.as_object().contains("file"));

  CHECK(send_part(other_device, id, photo, 1).status == 204);
  CHECK(finish(other_device, id, photo).status == 200);
  CHECK(other_device.get("/uploads/" + id).json.at("file").at("name").as_string() == "classe.jpg");
}

TEST_CASE("uploads: a part sent twice counts once, and one of a wrong number or length is refused") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string photo = long_photo(std::size_t(part_bytes) + 10);
  const std::string id = id_of(announce(benali, "classe.jpg", photo.size()));

  CHECK(send_part(benali, id, std::string(photo.size(), 'x'), 0).status == 204);  // spoilt on its way
  CHECK(send_part(benali, id, photo, 1).status == 204);
  CHECK(finish(benali, id, photo).error == "uploads.corrupt");
  CHECK(send_part(benali, id, photo, 0).status == 204);
  CHECK(finish(benali, id, photo).status == 200);

  CHECK(send_part(benali, id, photo, 0).error == "uploads.finished");
  const std::string other = id_of(announce(benali, "classe.jpg", photo.size()));
  CHECK(benali.put_bytes("/uploads/" + other + "/parts/2", "x").error == "uploads.wrong_part");
  CHECK(benali.put_bytes("/uploads/" + other + "/parts/-1", "x").error == "uploads.wrong_part");
  CHECK(benali.put_bytes("/uploads/" + other + "/parts/1", "too short").error == "uploads.wrong_part");
  CHECK(benali.put_bytes("/uploads/" + other + "/parts/0", std::string(std::size_t(part_bytes) + 1, 'x')).status == 413);
}

TEST_CASE("uploads: asked twice to finish, it is one file") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string letter = sample("letter.pdf");
  const auto first = send_whole(benali, "mot.pdf", letter);
  const auto again = finish(benali, id_of(first), letter);
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(v.count("uploads_form") == 1);
  CHECK(v.count("store_audit", "act = 'uploads.finish'") == 1);
}

TEST_CASE("uploads: the five kinds of files are known by what they are, and a HEIC picture becomes a JPEG") {
  Village v;
  auto benali = v.as(v.m_benali);
  const auto type_of = [&](const char* file, const char* name) {
    const auto reply = send_whole(benali, name, sample(file));
    INFO(reply.body);
    return reply.status == 200
               ? fmt::format("{} {}", std::string(reply.json.at("type").as_string()), std::string(reply.json.at("name").as_string()))
               : reply.error;
  };
  CHECK(type_of("turned.jpg", "photo") == "jpeg photo.jpg");
  CHECK(type_of("see_through.png", "photo.jpg") == "png photo.png");
  CHECK(type_of("drawing.webp", "dessin.WEBP") == "webp dessin.WEBP");
  CHECK(type_of("phone.heic", "IMG_0412.HEIC") == "jpeg IMG_0412.jpg");
  CHECK(type_of("letter.pdf", "mot.exe") == "pdf mot.exe.pdf");
}

TEST_CASE("uploads: a family, a pupil and a colleague find nothing of what one is sending") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string letter = sample("letter.pdf");
  const std::string id = id_of(announce(benali, "mot.pdf", letter.size()));

  auto petit = v.as(v.mme_petit, "les-tilleuls-enseignant");
  CHECK(petit.get("/uploads/" + id).status == 404);
  CHECK(send_part(petit, id, letter, 0).status == 404);
  CHECK(finish(petit, id, letter).status == 404);
  CHECK(petit.del("/uploads/" + id).status == 204);  // as for what does not exist
  auto sarah = v.as(v.sarah);
  CHECK(announce(sarah, "mot.pdf", 10).status == 403);
  CHECK(sarah.get("/uploads/" + id).status == 403);

  CHECK(send_part(benali, id, letter, 0).status == 204);
  CHECK(finish(benali, id, letter).status == 200);
}

TEST_CASE("uploads: what a teacher of two schools sends in one is not there in the other") {
  Village v;
  auto in_tilleuls = v.as(v.mme_sow, "les-tilleuls-enseignant");
  const auto sent = send_whole(in_tilleuls, "mot.pdf", sample("letter.pdf"));
  CHECK(sent.status == 200);
  CHECK(v.as(v.mme_sow, "les-oliviers-enseignant").get("/uploads/" + id_of(sent)).status == 404);
}
