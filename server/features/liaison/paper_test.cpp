#include "features/liaison/notes_test.h"

using namespace liaison::tests;

TEST_CASE("liaison: a slip that comes back on paper counts as its guardian's signature") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  auto reply = v.as(v.m_benali).post(path(note, "paper"), slip(v.tom, v.mathieu));
  REQUIRE(reply.status == 204);
  auto follow_up = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(stack_of(follow_up, "Tom") == "done");
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/done") == 1);
  CHECK(has(v.as(v.mathieu).get(path(note)), "/children/0/paper_at"));
  CHECK_FALSE(has(v.as(v.mathieu).get(path(note)), "/children/0/signed_at"));
  CHECK(flag_at(v.as(v.sarah).get(path(note)), "/children/0/settled_by_other"));
  CHECK(v.count("liaison_signature", "act = 'paper'") == 1);
  CHECK(v.count("store_audit", "act = 'liaison.paper'") == 1);
  CHECK(v.as(v.mathieu).post(path(note, "unsign"), about(v.tom)).status == 410);  // the school's record, not his gesture
  CHECK(v.as(v.m_benali).post(path(note, "paper"), slip(v.tom, v.sarah)).error == "liaison.already_signed");

  REQUIRE(v.as(v.m_benali).post(path(note, "paper/undo"), slip(v.tom, v.mathieu)).status == 204);
  CHECK(stack_of(v.as(v.m_benali).get(path(note, "follow-up")), "Tom") == "to_chase");
  CHECK(v.count("liaison_signature") == 2);
  CHECK(v.as(v.m_benali).post(path(note, "paper/undo"), slip(v.tom, v.mathieu)).status == 404);
}

TEST_CASE("liaison: for a child without guardian the slip bears no name") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2), "sign_all"});
  auto teacher = v.as(v.m_benali);
  REQUIRE(teacher.post(path(note, "paper"), about(v.gabin)).status == 204);
  CHECK(stack_of(teacher.get(path(note, "follow-up")), "Gabin") == "done");
  CHECK(child_in(teacher.get(path(note, "follow-up")), "Gabin").contains("paper_at"));
  CHECK(number_at(teacher.get("/liaison/sent"), "/notes/0/done") == 1);
  CHECK(teacher.post(path(note, "paper"), about(v.gabin)).status == 409);
  CHECK(teacher.post(path(note, "paper/undo"), about(v.gabin)).status == 204);
  CHECK(stack_of(teacher.get(path(note, "follow-up")), "Gabin") == "to_chase");
}

TEST_CASE("liaison: of a major act each guardian's slip is awaited") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2), "sign_all"});
  REQUIRE(v.as(v.m_benali).post(path(note, "paper"), slip(v.tom, v.mathieu)).status == 204);
  CHECK(stack_of(v.as(v.m_benali).get(path(note, "follow-up")), "Tom") == "seen");
  CHECK_FALSE(has(v.as(v.sarah).get(path(note)), "/children/0/paper_at"));  // his slip is not hers to know
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);
  CHECK(stack_of(v.as(v.m_benali).get(path(note, "follow-up")), "Tom") == "done");
}

TEST_CASE("liaison: a slip names a guardian of today who may sign, of a child one follows") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  auto teacher = v.as(v.m_benali);
  CHECK(teacher.post(path(note, "paper"), about(v.tom)).field("/guardian") == "required");
  CHECK(teacher.post(path(note, "paper"), slip(v.tom, v.karim)).error == "liaison.may_not_sign");
  for (const PersonId nobody : {v.mme_informee, v.m_suspendu, v.mme_diallo, v.m_demain}) {
    CHECK(teacher.post(path(note, "paper"), slip(v.adam, nobody)).error == "liaison.may_not_sign");
  }
  CHECK(teacher.post(path(note, "paper"), slip(v.gabin, v.sarah)).error == "liaison.may_not_sign");
  CHECK(teacher.post(path(note, "paper"), slip(v.zoe, v.mme_petit)).status == 404);
  CHECK(v.as(v.mme_rossi).post(path(note, "paper"), slip(v.tom, v.sarah)).status == 404);
  CHECK(v.as(v.sarah).post(path(note, "paper"), slip(v.tom, v.sarah)).status == 403);
  CHECK(v.count("liaison_signature") == 0);
  CHECK(v.count("notices_delivery", "done_at IS NOT NULL") == 0);
}
