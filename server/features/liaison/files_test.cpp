#include "features/liaison/notes_test.h"
#include "people/custody.h"
#include "uploads/sending_test.h"

using namespace liaison::tests;

namespace {

/// A letter and a photo joined to the outing.
std::string sent_with_files(Village& v, std::string& letter, std::string& photo) {
  auto teacher = v.as(v.m_benali);
  letter = id_of(send_whole(teacher, "Programme.pdf", sample("letter.pdf")));
  photo = id_of(send_whole(teacher, "brebis.jpg", sample("turned.jpg")));
  Letter note{class_of(v.ce2)};
  note.more = fmt::format(R"(,"files":["{}","{}"])", letter, photo);
  return sent(teacher, note);
}

std::string file(const std::string& note, const std::string& upload, const std::string& query = "") {
  return path(note, "files/" + upload) + query;
}

}  // namespace

TEST_CASE("liaison: a note with a photo and a PDF shows them to its families, in their order and with their sizes") {
  Village v;
  std::string letter, photo;
  const auto note = sent_with_files(v, letter, photo);
  auto read = v.as(v.sarah).get(path(note));
  REQUIRE(read.json.at("files").as_array().size() == 2);
  CHECK(text_at(read, "/files/0/name") == "Programme.pdf");
  CHECK(text_at(read, "/files/0/type") == "pdf");
  CHECK(number_at(read, "/files/0/size_bytes") > 0);
  CHECK(text_at(read, "/files/1/upload") == photo);
  CHECK(v.as(v.sarah).get(file(note, letter)).status == 200);
  CHECK(v.as(v.sarah).get(file(note, photo)).status == 200);
  CHECK(v.as(v.m_benali).get(path(note, "follow-up")).json.at("files").as_array().size() == 2);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").get(file(note, letter)).status == 200);
}

TEST_CASE("liaison: nobody opens the file of a note that is not for them") {
  Village v;
  std::string letter, photo;
  const auto note = sent_with_files(v, letter, photo);
  for (Browser other : {v.as(v.karim), v.as(v.mme_petit, "parent"), v.as(v.m_suspendu, "parent"), v.as(v.mme_rossi), v.as(v.m_lacaze),
                        v.as(v.mme_petit, "les-tilleuls-enseignant"), v.as(v.mme_garcin, "les-tilleuls-enseignant")}) {
    CHECK(other.get(file(note, letter)).status == 404);
  }
  const auto another = sent(v.as(v.m_benali), {class_of(v.ce2)});
  CHECK(v.as(v.sarah).get(file(another, letter)).status == 404);  // not of that note
  v.write([&](Tx& tx) {
    Actor head;
    head.person = v.mme_garcin;
    head.profile = Profile::head;
    head.school = v.tilleuls;
    REQUIRE(people::limit_custody(tx, head, {v.mathieu, v.tom, people::CustodyLevel::suspended, tx.today(), {}, "JAF 26/123"}));
  });
  CHECK(v.as(v.mathieu).get(file(note, letter)).status == 404);
  CHECK(v.as(v.mme_informee).get(file(note, letter)).status == 200);  // informed only reads
}

TEST_CASE("liaison: a withdrawn note takes its files away from families, a waiting one does not show them yet") {
  Village v;
  std::string letter, photo;
  v.clock().set(v.now() + hours(12) + minutes(30));  // Monday, 21:00
  const auto note = sent_with_files(v, letter, photo);
  CHECK(v.as(v.sarah).get(file(note, letter)).status == 404);
  v.clock().advance(hours(11));
  CHECK(v.as(v.sarah).get(file(note, letter)).status == 200);
  REQUIRE(v.as(v.m_benali).post(path(note, "withdraw"), R"({"version":1})").status == 204);
  CHECK(v.as(v.sarah).get(file(note, letter)).status == 404);
  CHECK(v.as(v.m_benali).get(file(note, letter)).status == 200);
}

TEST_CASE("liaison: somebody else's file is not joined, and the note does not leave") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto hers = id_of(send_whole(head, "Budget.pdf", sample("letter.pdf")));
  Letter note{class_of(v.ce2)};
  note.more = fmt::format(R"(,"files":["{}"])", hers);
  const auto reply = v.as(v.m_benali).post("/liaison/notes", note.json());
  CHECK(reply.error == "uploads.no_upload");
  CHECK(v.count("liaison_note") == 0);
}
