#include "features/liaison/notes_test.h"

using namespace liaison::tests;

TEST_CASE("liaison: the follow-up puts each child in its stack") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  auto reply = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(reply.statements <= 4);  // the gate's, and three
  CHECK(text_at(reply, "/party_name") == "Académie de Lyon");
  CHECK(flag_at(reply, "/may_change"));
  REQUIRE(reply.json.at("children").as_array().size() == 3);
  CHECK(text_at(reply, "/children/0/first_name") == "Adam");  // Bernard, Delmas, Rey
  CHECK(stack_of(reply, "Tom") == "to_chase");
  CHECK(child_in(reply, "Gabin").at("guardians").as_array().empty());
  const auto of_adam = child_in(reply, "Adam").at("guardians").as_array();
  REQUIRE(of_adam.size() == 2);  // nobody suspended, ended or to come
  CHECK(of_adam[0].at("name").as_string() == "Luc Bernard");
  CHECK(of_adam[0].at("may_sign").as_bool());
  CHECK_FALSE(of_adam[1].at("may_sign").as_bool());

  REQUIRE(v.as(v.mathieu).post(path(note, "open"), about(v.tom)).status == 204);
  CHECK(stack_of(v.as(v.m_benali).get(path(note, "follow-up")), "Tom") == "seen");
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/seen") == 1);
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);
  CHECK(stack_of(v.as(v.m_benali).get(path(note, "follow-up")), "Tom") == "done");
}

TEST_CASE("liaison: to read, an opening is enough") {
  Village v;
  const auto note = sent(v.as(v.mme_rossi), {class_of(v.gs), "read", "information"});
  REQUIRE(v.as(v.karim).post(path(note, "open"), about(v.noe)).status == 204);
  auto reply = v.as(v.mme_rossi).get(path(note, "follow-up"));
  CHECK(stack_of(reply, "Noé") == "done");
  CHECK(stack_of(reply, "Lina") == "to_chase");
  CHECK_FALSE(has(reply, "/sign_before"));
  CHECK(number_at(v.as(v.mme_rossi).get("/liaison/sent"), "/notes/0/done") == 1);
}

TEST_CASE("liaison: whoever entered once under any of their records has entered") {
  Village v;
  const auto note = sent(v.as(v.mme_rossi), {class_of(v.gs)});
  const auto entered = [&] {
    const auto lina = child_in(v.as(v.mme_rossi).get(path(note, "follow-up")), "Lina");
    for (const auto& one : lina.at("guardians").as_array()) {
      if (one.at("name").as_string() == "Sarah Delmas") return one.at("ever_entered").as_bool();
    }
    return false;
  };
  CHECK_FALSE(entered());
  v.as(v.sarah);  // reserves her login
  v.database().script("UPDATE gate_account SET entered_at = 1");
  CHECK(entered());
}

TEST_CASE("liaison: all teachers of a class follow its notes, the head the school's, and nobody else") {
  Village v;
  const auto note = sent(v.as(v.mme_petit, "les-tilleuls-enseignant"), {class_of(v.cp)});
  CHECK(v.as(v.mme_sow, "les-tilleuls-enseignant").get(path(note, "follow-up")).status == 200);
  CHECK(v.as(v.mme_garcin).get(path(note, "follow-up")).status == 200);
  CHECK(notes_in(v.as(v.mme_garcin).get("/liaison/sent")) == 1);
  for (Browser other : {v.as(v.m_benali), v.as(v.mme_garcin, "les-tilleuls-enseignant"), v.as(v.mme_sow, "les-oliviers-enseignant"),
                        v.as(v.m_lacaze), v.as(v.mme_rossi)}) {
    CHECK(other.get(path(note, "follow-up")).status == 404);
    CHECK(notes_in(other.get("/liaison/sent")) == 0);
  }
  CHECK(v.as(v.mme_petit, "parent").get(path(note, "follow-up")).status == 403);
  CHECK(v.as(v.mme_petit, "parent").get("/liaison/sent").status == 403);
}

TEST_CASE("liaison: of a note to the whole school a teacher follows her own class") {
  Village v;
  const auto note = sent(v.as(v.mme_garcin), {school_of(v.tilleuls)});
  auto reply = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(reply.json.at("children").as_array().size() == 3);
  CHECK_FALSE(flag_at(reply, "/may_change"));
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/children") == 3);
  CHECK(number_at(v.as(v.mme_garcin).get("/liaison/sent"), "/notes/0/children") == 4);
  CHECK(v.as(v.m_benali).post(path(note, "paper"), slip(v.zoe, v.mme_petit)).status == 404);
  CHECK(notes_in(v.as(v.mme_rossi).get("/liaison/sent")) == 0);
}

TEST_CASE("liaison: the list and the home count in one statement") {
  Village v;
  sent(v.as(v.m_benali), {class_of(v.ce2)});
  CHECK(v.as(v.m_benali).get("/liaison/sent").statements == 2);
  auto home = v.as(v.m_benali).get("/home");
  CHECK(home.json.at_pointer("/cards/liaison_follow/notes").as_array().size() == 1);
  CHECK(home.json.at_pointer("/cards/liaison_follow/notes/0/children").as_int64() == 3);
  CHECK_FALSE(has(home, "/cards/liaison_family"));
}
