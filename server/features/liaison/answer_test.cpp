#include "features/liaison/notes_test.h"
#include "people/custody.h"

using namespace liaison::tests;

namespace {

std::string sent_outing(Village& v, const std::string& ask = "sign_one") { return sent(v.as(v.m_benali), outing(class_of(v.ce2), ask)); }

TestReply followed(Village& v, const std::string& note) { return v.as(v.m_benali).get(path(note, "follow-up")); }

/// "open" while it is not decided whether the child comes.
std::string comes(const TestReply& follow_up, std::string_view child) {
  const auto decided = child_in(follow_up, child).at("decided").as_array().at(0).as_object();
  if (!decided.contains("yes")) return "open";
  return decided.at("yes").as_bool() ? "yes" : "no";
}

void limit(Village& v, PersonId adult, PersonId child, people::CustodyLevel level) {
  v.write([&](Tx& tx) {
    Actor head;
    head.person = v.mme_garcin;
    head.profile = Profile::head;
    head.school = v.tilleuls;
    REQUIRE(people::limit_custody(tx, head, {adult, child, level, tx.today(), {}, "JAF 26/123"}));
  });
}

}  // namespace

TEST_CASE("liaison: a mother answers the outing and signs it in one act, and the teacher counts who comes and who accompanies") {
  Village v;
  const auto note = sent_outing(v);
  auto read = v.as(v.sarah).get(path(note));
  REQUIRE(read.json.at("questions").as_array().size() == 2);
  CHECK(text_at(read, "/questions/0/text") == "Vient à la ferme");
  CHECK(flag_at(read, "/signature"));
  CHECK(number_at(v.as(v.sarah).get("/liaison/notes"), "/notes/0/questions") == 2);
  CHECK(sign(v.as(v.sarah), note, v.tom).error == "liaison.answers_wanted");

  auto reply = answer(v.as(v.sarah), note, v.tom, true, true);
  REQUIRE(reply.status == 200);
  CHECK(number_at(reply, "/answered_at") == v.now());
  CHECK(v.count("liaison_signature", "act = 'sign'") == 1);
  CHECK(v.count("liaison_answer", "signature IS NOT NULL AND way = 'screen'") == 1);
  auto hers = v.as(v.sarah).get(path(note));
  CHECK(flag_at(hers, "/children/0/answers/0/yes"));
  CHECK(flag_at(hers, "/children/0/may_change_answer"));
  CHECK(flag_at(v.as(v.sarah).get("/liaison/notes"), "/notes/0/settled"));

  auto follow_up = followed(v, note);
  CHECK(follow_up.statements <= 5);
  CHECK(stack_of(follow_up, "Tom") == "done");
  CHECK(comes(follow_up, "Tom") == "yes");
  CHECK(comes(follow_up, "Adam") == "open");
  CHECK(number_at(follow_up, "/totals/0/yes") == 1);
  CHECK(number_at(follow_up, "/totals/0/open") == 2);
  CHECK(number_at(follow_up, "/totals/1/yes") == 1);
}

TEST_CASE("liaison: separated parents answer a usual act: the first answer counts, until the other objects (SC-02)") {
  Village v;
  const auto note = sent_outing(v);
  REQUIRE(answer(v.as(v.sarah), note, v.tom, true).status == 200);
  auto his = v.as(v.mathieu).get(path(note));
  CHECK(flag_at(his, "/children/0/settled_by_other"));
  CHECK(flag_at(his, "/children/0/may_sign"));           // to object
  CHECK_FALSE(has(his, "/children/0/answers"));          // what she said is not his to know
  CHECK(his.body.find("\"yes\"") == std::string::npos);  // nowhere
  CHECK(flag_at(v.as(v.mathieu).get("/liaison/notes"), "/notes/0/settled"));

  SECTION("he says the same: it stands") {
    REQUIRE(answer(v.as(v.mathieu), note, v.tom, true).status == 200);
    CHECK(stack_of(followed(v, note), "Tom") == "done");
    CHECK_FALSE(child_in(followed(v, note), "Tom").at("opposite").as_bool());
  }
  SECTION("he says no: it is open again, and teacher and head are told") {
    REQUIRE(answer(v.as(v.mathieu), note, v.tom, false).status == 200);
    auto follow_up = followed(v, note);
    CHECK(stack_of(follow_up, "Tom") == "seen");
    CHECK(child_in(follow_up, "Tom").at("opposite").as_bool());
    CHECK(comes(follow_up, "Tom") == "open");
    for (Browser told : {v.as(v.m_benali), v.as(v.mme_garcin)}) {
      auto list = told.get("/liaison/sent");
      CHECK(number_at(list, "/notes/0/opposite") == 1);
      CHECK(number_at(list, "/notes/0/done") == 0);
      CHECK(number_at(list, "/notes/0/seen") == 1);
      CHECK(told.get("/home").json.at_pointer("/cards/liaison_follow/notes/0/opposite").as_int64() == 1);
    }
    CHECK_FALSE(has(v.as(v.sarah).get(path(note)), "/children/0/opposite"));  // neither parent learns it here
    CHECK(flag_at(v.as(v.sarah).get(path(note)), "/children/0/answers/0/yes"));

    REQUIRE(answer(v.as(v.mathieu), note, v.tom, true).status == 200);  // they talked
    CHECK(stack_of(followed(v, note), "Tom") == "done");
    CHECK(v.count("liaison_answer") == 3);
    CHECK(v.count("liaison_answer", "ended_at IS NULL") == 2);
  }
  SECTION("whether he accompanies is his own: no contradiction") {
    REQUIRE(answer(v.as(v.mathieu), note, v.tom, true, true).status == 200);
    CHECK(stack_of(followed(v, note), "Tom") == "done");
    CHECK(number_at(followed(v, note), "/totals/1/yes") == 1);
  }
}

TEST_CASE("liaison: of a major act each parent answers, and a refusal wins (SC-02)") {
  Village v;
  const auto note = sent_outing(v, "sign_all");
  REQUIRE(answer(v.as(v.sarah), note, v.tom, true).status == 200);
  CHECK(stack_of(followed(v, note), "Tom") == "seen");
  CHECK(comes(followed(v, note), "Tom") == "open");
  CHECK_FALSE(flag_at(v.as(v.mathieu).get("/liaison/notes"), "/notes/0/settled"));
  CHECK(v.as(v.mathieu).get(path(note)).body.find("\"yes\"") == std::string::npos);

  REQUIRE(answer(v.as(v.mathieu), note, v.tom, false).status == 200);
  auto follow_up = followed(v, note);
  CHECK(stack_of(follow_up, "Tom") == "done");
  CHECK(comes(follow_up, "Tom") == "no");
  CHECK(child_in(follow_up, "Tom").at("opposite").as_bool());
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/done") == 1);
}

TEST_CASE("liaison: an adult whose rights a judge limited is heard no more before one who may act (SC-03)") {
  Village v;
  const auto note = sent_outing(v);
  REQUIRE(answer(v.as(v.mathieu), note, v.tom, false).status == 200);
  REQUIRE(answer(v.as(v.sarah), note, v.tom, true).status == 200);
  CHECK(child_in(followed(v, note), "Tom").at("opposite").as_bool());
  limit(v, v.mathieu, v.tom, people::CustodyLevel::inform_only);
  auto follow_up = followed(v, note);
  CHECK(stack_of(follow_up, "Tom") == "done");
  CHECK(comes(follow_up, "Tom") == "yes");
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/done") == 1);
  CHECK(answer(v.as(v.mathieu), note, v.tom, false).error == "liaison.may_not_sign");
  CHECK(answer(v.as(v.mme_informee), note, v.adam, false).status == 403);
  CHECK(answer(v.as(v.m_suspendu, "parent"), note, v.adam, false).status == 404);
}

TEST_CASE("liaison: a guardian of one of two children of the class answers for that one only (SC-14)") {
  Village v;
  const auto note = sent_outing(v);
  CHECK(answer(v.as(v.sarah), note, v.adam, true).status == 404);
  CHECK(answer(v.as(v.karim), note, v.tom, true).status == 404);
  CHECK(answer(v.as(v.m_benali), note, v.tom, true).status == 403);
  CHECK(v.count("liaison_answer") == 0);
}

TEST_CASE("liaison: an answer changes until the evening of the last day, and each version is kept") {
  Village v;
  const auto note = sent_outing(v);
  auto sarah = v.as(v.sarah);
  REQUIRE(answer(sarah, note, v.tom, true).status == 200);
  v.clock().advance(days(4));  // Friday the 18th
  CHECK(answer(sarah, note, v.tom, false).status == 200);
  v.clock().advance(days(1));
  auto late = answer(sarah, note, v.tom, true);
  CHECK(late.status == 410);
  CHECK(late.error == "liaison.answer_closed");
  CHECK_FALSE(flag_at(sarah.get(path(note)), "/children/0/may_change_answer"));
  CHECK(comes(followed(v, note), "Tom") == "no");
  CHECK(v.count("liaison_answer") == 2);
  CHECK(v.count("liaison_signature") == 2);
  CHECK(answer(v.as(v.m_bernard), note, v.adam, true).status == 200);  // a first answer may come late
}

TEST_CASE("liaison: taken back within ten seconds, an answer is gone with its signature") {
  Village v;
  const auto note = sent_outing(v);
  REQUIRE(answer(v.as(v.sarah), note, v.tom, true).status == 200);
  REQUIRE(v.as(v.sarah).post(path(note, "unsign"), about(v.tom)).status == 204);
  CHECK_FALSE(has(v.as(v.sarah).get(path(note)), "/children/0/answers"));
  CHECK(comes(followed(v, note), "Tom") == "open");
  CHECK(v.count("liaison_answer", "ended_at IS NOT NULL") == 1);
}

TEST_CASE("liaison: answers without signature") {
  Village v;
  Letter letter{class_of(v.ce2)};
  letter.more = R"(,"signature":false,"questions":[{"kind":"choice","text":"Quel atelier","options":["Cuisine","Poterie"]},)"
                R"({"kind":"places","text":"Places pour le spectacle"},{"kind":"text","text":"Un mot pour nous"}])";
  const auto note = sent(v.as(v.m_benali), letter);
  CHECK_FALSE(flag_at(v.as(v.sarah).get(path(note)), "/signature"));
  auto sarah = v.as(v.sarah);
  const auto said = [&](const std::string& answers) {
    return sarah.post(path(note, "answer"), fmt::format(R"({{"child":"{}","version":1,"answers":{}}})", to_text(v.tom), answers));
  };
  CHECK(said("[]").field("/answers") == "required");
  CHECK(said("[{},{},{}]").field("/answers/0") == "required");
  CHECK(said(R"([{"option":2},{"places":21},{}])").field("/answers/0") == "range");
  CHECK(said(R"([{"option":2},{"places":21},{}])").field("/answers/1") == "range");
  CHECK(said(fmt::format(R"([{{"option":1}},{{"places":2}},{{"text":"{}"}}])", std::string(201, 'a'))).field("/answers/2") == "too_long");
  REQUIRE(said(R"([{"option":1},{"places":2},{"text":" Merci ! "}])").status == 200);
  CHECK(v.count("liaison_signature") == 0);
  CHECK(v.count("store_audit", "act = 'liaison.answer'") == 1);
  auto follow_up = followed(v, note);
  CHECK(number_at(follow_up, "/totals/0/options/1") == 1);
  CHECK(number_at(follow_up, "/totals/1/places") == 2);
  CHECK(number_at(follow_up, "/totals/2/texts") == 1);
  const auto of_tom = child_in(follow_up, "Tom").at("guardians").as_array();
  CHECK(of_tom[1].at("name").as_string() == "Sarah Delmas");
  CHECK(of_tom[1].at("answers").as_array()[2].at("text").as_string() == "Merci !");
}

TEST_CASE("liaison: a slip that comes back on paper bears the answers, and may contradict") {
  Village v;
  const auto note = sent_outing(v);
  auto teacher = v.as(v.m_benali);
  const auto paper = [&](PersonId child, std::optional<PersonId> guardian, bool yes) {
    const std::string whose = guardian ? fmt::format(R"("guardian":"{}",)", to_text(*guardian)) : "";
    return teacher.post(path(note, "paper"),
                        fmt::format(R"({{"child":"{}",{}"answers":[{{"yes":{}}},{{"yes":false}}]}})", to_text(child), whose, yes));
  };
  CHECK(teacher.post(path(note, "paper"), slip(v.tom, v.sarah)).field("/answers") == "required");
  REQUIRE(paper(v.gabin, {}, true).status == 204);  // whom only paper reaches (SC-23)
  CHECK(comes(followed(v, note), "Gabin") == "yes");
  REQUIRE(paper(v.tom, v.sarah, true).status == 204);
  REQUIRE(paper(v.tom, v.mathieu, false).status == 204);
  CHECK(child_in(followed(v, note), "Tom").at("opposite").as_bool());
  CHECK(answer(v.as(v.sarah), note, v.tom, false).status == 409);  // the school's record, not her gesture
  REQUIRE(teacher.post(path(note, "paper/undo"), slip(v.tom, v.mathieu)).status == 204);
  CHECK(comes(followed(v, note), "Tom") == "yes");
  CHECK(number_at(followed(v, note), "/routes/paper") == 2);
  CHECK(number_at(followed(v, note), "/routes/none") == 1);
}

TEST_CASE("liaison: questions that cannot be answered do not leave") {
  Village v;
  const auto field = [&](const std::string& questions, const char* path, const std::string& ask = "sign_one") {
    Letter letter{class_of(v.ce2), ask};
    letter.more = questions;
    return v.as(v.m_benali).post("/liaison/notes", letter.json()).field(path);
  };
  CHECK(field(R"(,"signature":false)", "/questions") == "required");
  CHECK(field(R"(,"questions":[{"kind":"yes_no","text":" "}])", "/questions/0/text") == "liaison.question_empty");
  CHECK(field(R"(,"questions":[{"kind":"choice","text":"Quoi","options":["Un"]}])", "/questions/0/options") == "liaison.options_few");
  CHECK(field(R"(,"questions":[{"kind":"choice","text":"Quoi","options":["Un","un"]}])", "/questions/0/options") == "liaison.options_few");
  std::string seven;
  for (int i = 0; i < 7; ++i) seven += std::string(i ? "," : "") + R"({"kind":"text","text":"Quoi"})";
  CHECK(field(",\"questions\":[" + seven + "]", "/questions") == "too_long");
  CHECK(v.count("liaison_note") == 0);
}

TEST_CASE("liaison: a changed note asks its questions anew") {
  Village v;
  const auto note = sent_outing(v);
  REQUIRE(answer(v.as(v.sarah), note, v.tom, true).status == 200);
  v.clock().advance(minutes(1));
  REQUIRE(v.as(v.m_benali).put(path(note), R"({"version":1,"title":"Sortie au moulin","body":"Le lieu a changé.","facts":{}})").status ==
          200);
  auto read = v.as(v.sarah).get(path(note));
  CHECK(read.json.at("questions").as_array().size() == 2);
  CHECK_FALSE(has(read, "/children/0/answers"));
  CHECK(answer(v.as(v.sarah), note, v.tom, true).error == "liaison.newer_version");
  CHECK(answer(v.as(v.sarah), note, v.tom, false, false, 2).status == 200);
  CHECK(v.count("liaison_answer", "version = 1") == 1);
}
