#include "features/liaison/notes_test.h"

using namespace liaison::tests;

TEST_CASE("liaison: a guardian of two children in two schools has one notebook") {
  Village v;
  sent(v.as(v.m_benali), {class_of(v.ce2)});
  v.clock().advance(minutes(1));
  sent(v.as(v.mme_rossi), {class_of(v.gs), "read", "information"});

  auto list = v.as(v.sarah).get("/liaison/notes");
  CHECK(list.statements == 2);  // the gate's, and the list
  REQUIRE(notes_in(list) == 2);
  CHECK(text_at(list, "/notes/0/child_first_name") == "Lina");  // through the record that was merged
  CHECK(text_at(list, "/notes/0/school_name") == "Les Oliviers");
  CHECK(text_at(list, "/notes/0/author_name") == "Mme Rossi");
  CHECK(text_at(list, "/notes/1/child_first_name") == "Tom");
  CHECK(text_at(list, "/notes/1/party_name") == "Académie de Lyon");
  CHECK(text_at(list, "/notes/1/audience_label") == "CE2");
  CHECK_FALSE(flag_at(list, "/notes/1/settled"));
  CHECK_FALSE(has(list, "/next_before"));
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes?child=" + to_text(v.tom))) == 1);
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes?before=" + std::to_string(v.now()))) == 1);
}

TEST_CASE("liaison: nobody reads a note about another's child") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  for (const PersonId other : {v.karim, v.mme_petit, v.m_suspendu, v.mme_diallo}) {
    CHECK(notes_in(v.as(other, "parent").get("/liaison/notes")) == 0);
    CHECK(v.as(other, "parent").get(path(note)).status == 404);
    CHECK(v.as(other, "parent").post(path(note, "open"), about(v.adam)).status == 404);
    CHECK(sign(v.as(other, "parent"), note, v.adam).status == 404);
    CHECK(v.as(other, "parent").post(path(note, "unsign"), about(v.adam)).status == 404);
  }
  CHECK(sign(v.as(v.sarah), note, v.adam).status == 404);                             // she has the note, not that child
  CHECK(v.as(v.m_demain, "parent").get(path(note)).status == 403);                    // no guardian yet: no such context
  CHECK(v.as(v.mme_petit, "les-tilleuls-enseignant").get(path(note)).status == 403);  // a teacher never reads as a family
  CHECK(v.count("notices_delivery", "opened_at IS NOT NULL") == 0);
  CHECK(v.count("liaison_signature") == 0);
}

TEST_CASE("liaison: a note is read with what it asks of each child") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  auto read = v.as(v.sarah).get(path(note));
  CHECK(read.statements <= 4);  // the gate's, and three
  CHECK(text_at(read, "/title") == "Sortie à la ferme");
  CHECK(text_at(read, "/body/paragraphs/0/inlines/0/text") == "Nous irons voir les brebis.");
  CHECK(text_at(read, "/facts/price") == "rien à payer");
  CHECK(text_at(read, "/author_name") == "M. Benali");
  CHECK(text_at(read, "/author_role") == "teacher");
  CHECK(text_at(read, "/party_name") == "Académie de Lyon");
  CHECK_FALSE(has(read, "/changed_at"));
  CHECK(read.json.at("children").as_array().size() == 1);
  CHECK(flag_at(read, "/children/0/may_sign"));

  auto informed = v.as(v.mme_informee).get(path(note));
  CHECK_FALSE(flag_at(informed, "/children/0/may_sign"));
  CHECK(flag_at(v.as(v.mme_informee).get("/liaison/notes"), "/notes/0/settled"));
}

TEST_CASE("liaison: opening is told once, for each guardian apart") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2), "read", "information"});
  CHECK(number_at(v.as(v.sarah).get("/bell"), "/unread") == 1);
  CHECK(v.as(v.sarah).post(path(note, "open"), about(v.tom)).status == 204);
  const Millis first = v.now();
  v.clock().advance(minutes(5));
  CHECK(v.as(v.sarah).post(path(note, "open"), about(v.tom)).status == 204);
  CHECK(number_at(v.as(v.sarah).get(path(note)), "/children/0/opened_at") == first);
  CHECK(number_at(v.as(v.sarah).get("/bell"), "/unread") == 0);
  CHECK(number_at(v.as(v.mathieu).get("/bell"), "/unread") == 1);
  CHECK_FALSE(has(v.as(v.mathieu).get(path(note)), "/children/0/opened_at"));
}

TEST_CASE("liaison: the home shows what awaits a guardian, soonest first, then what is new") {
  Village v;
  Letter later{class_of(v.ce2)};
  later.sign_before = "2026-09-30";
  sent(v.as(v.m_benali), later);
  const auto soon = sent(v.as(v.m_benali), {class_of(v.ce2)});
  sent(v.as(v.mme_rossi), {class_of(v.gs), "read", "information"});

  auto home = v.as(v.sarah).get("/home");
  const auto& card = home.json.at_pointer("/cards/liaison_family").as_object();
  REQUIRE(card.at("to_do").as_array().size() == 2);
  CHECK(card.at("to_do").as_array()[0].at("note").as_string() == soon);
  REQUIRE(card.at("to_read").as_array().size() == 1);
  CHECK(number_at(home, "/cards/bell/unread") == 3);
  CHECK_FALSE(has(home, "/cards/liaison_follow"));

  REQUIRE(sign(v.as(v.sarah), soon, v.tom).status == 200);
  CHECK(v.as(v.sarah).get("/home").json.at_pointer("/cards/liaison_family/to_do").as_array().size() == 1);
  v.clock().advance(days(15));
  auto after = v.as(v.sarah).get("/home");
  CHECK(after.json.at_pointer("/cards/liaison_family/to_read").as_array().empty());
  CHECK(after.json.at_pointer("/cards/liaison_family/to_do").as_array().size() == 1);
}

TEST_CASE("liaison: a long notebook is read page by page, and notes of one instant stay together") {
  Village v;
  auto teacher = v.as(v.m_benali);
  for (int i = 0; i < 52; ++i) {
    sent(teacher, {class_of(v.ce2), "read", "information"});
    if (i > 3) v.clock().advance(seconds(1));  // the first five arrived at once
  }
  auto first = v.as(v.sarah).get("/liaison/notes");
  CHECK(notes_in(first) == 47);
  auto rest = v.as(v.sarah).get("/liaison/notes?before=" + std::to_string(number_at(first, "/next_before")));
  CHECK(notes_in(rest) == 5);
  CHECK_FALSE(has(rest, "/next_before"));
}
