#include "features/liaison/notes_test.h"

using namespace liaison::tests;

TEST_CASE("liaison: a teacher writes to the families of her class, and each guardian who may be told receives it") {
  Village v;
  auto reply = v.as(v.m_benali).post("/liaison/notes", Letter{class_of(v.ce2)}.json());

  REQUIRE(reply.status == 200);
  CHECK(number_at(reply, "/version") == 1);
  CHECK(number_at(reply, "/children") == 3);  // Tom, Adam, Gabin
  CHECK(number_at(reply, "/adults") == 4);    // Sarah, Mathieu, M. Bernard, Mme Novak who is informed only
  CHECK(number_at(reply, "/deliver_at") == v.now());
  CHECK_FALSE(flag_at(reply, "/quiet"));
  CHECK(v.count("notices_delivery") == 5);
  CHECK(v.count("notices_delivery", "person IS NULL") == 1);  // Gabin: paper only
  CHECK(v.count("liaison_version") == 1);
  CHECK(v.count("liaison_audience") == 1);
  CHECK(v.count("store_audit", "act = 'liaison.send'") == 1);
}

TEST_CASE("liaison: the head writes to the whole school, a teacher to one child's family") {
  Village v;
  auto to_all = v.as(v.mme_garcin).post("/liaison/notes", Letter{school_of(v.tilleuls)}.json());
  CHECK(number_at(to_all, "/children") == 4);
  v.clock().advance(minutes(1));
  auto to_tom = v.as(v.m_benali).post("/liaison/notes", Letter{child_of(v.tom)}.json());
  CHECK(number_at(to_tom, "/children") == 1);
  CHECK(number_at(to_tom, "/adults") == 2);
  auto list = v.as(v.mathieu).get("/liaison/notes");
  CHECK(text_at(list, "/notes/0/audience_label") == "Un enfant");
  CHECK(text_at(list, "/notes/1/audience_label") == "Toute l’école");
}

TEST_CASE("liaison: a class and one of its children are the same family once") {
  Village v;
  const auto both = fmt::format(R"([{{"kind":"school_class","id":"{0}"}},{{"kind":"child","id":"{1}"}},{{"kind":"child","id":"{1}"}}])",
                                to_text(v.ce2), to_text(v.tom));
  CHECK(number_at(v.as(v.m_benali).post("/liaison/notes", Letter{both}.json()), "/children") == 3);
  CHECK(v.count("notices_delivery") == 5);
}

TEST_CASE("liaison: nobody writes to families out of their reach, and nothing leaves") {
  Village v;
  const auto refused = [&](PersonId by, const std::string& context, const std::string& audience) {
    const auto reply = v.as(by, context).post("/liaison/notes", Letter{audience}.json());
    CHECK(reply.status == 403);
    return reply.error;
  };
  CHECK(refused(v.m_benali, "", class_of(v.cp)) == "liaison.out_of_reach");
  CHECK(refused(v.m_benali, "", class_of(v.gs)) == "liaison.out_of_reach");
  CHECK(refused(v.m_benali, "", class_of(v.ce2_last_year)) == "liaison.out_of_reach");
  CHECK(refused(v.m_benali, "", school_of(v.tilleuls)) == "liaison.out_of_reach");
  CHECK(refused(v.m_benali, "", child_of(v.zoe)) == "liaison.out_of_reach");
  CHECK(refused(v.m_benali, "", child_of(v.sarah)) == "liaison.out_of_reach");
  CHECK(refused(v.mme_garcin, "", class_of(v.gs)) == "liaison.out_of_reach");
  CHECK(refused(v.mme_garcin, "les-tilleuls-enseignant", class_of(v.ce2)) == "liaison.out_of_reach");
  CHECK(refused(v.mme_sow, "les-tilleuls-enseignant", class_of(v.ms)) == "liaison.out_of_reach");  // her other school
  CHECK(refused(v.m_ancien, "les-tilleuls-enseignant", class_of(v.ce2)) == "liaison.out_of_reach");
  CHECK(refused(v.sarah, "", class_of(v.ce2)) == "gate.not_for_you");
  CHECK(v.stranger("les-tilleuls-enseignant").post("/liaison/notes", Letter{class_of(v.ce2)}.json()).status == 401);
  CHECK(v.count("liaison_note") == 0);
  CHECK(v.count("notices_delivery") == 0);
}

TEST_CASE("liaison: everything that must be mended is said at once") {
  Village v;
  Letter letter{"[]", "sign_one", "meeting", " ", "\\n", R"({"until_minute":540,"place":"ici"})", "2026-09-13"};
  const auto reply = v.as(v.m_benali).post("/liaison/notes", letter.json());
  CHECK(reply.status == 400);
  CHECK(reply.field("/audience") == "liaison.no_audience");
  CHECK(reply.field("/facts/on") == "required");
  CHECK(reply.field("/facts/from_minute") == "required");
  CHECK(reply.field("/facts/until_minute") == "liaison.until_before_from");
  CHECK(reply.field("/title") == "liaison.title_empty");
  CHECK(reply.field("/body") == "liaison.body_empty");
  CHECK(reply.field("/sign_before") == "liaison.date_past");

  Letter longer{class_of(v.ce2)};
  longer.title = std::string(121, 'a');
  longer.facts = fmt::format(R"({{"from_minute":1440,"price":"{}"}})", std::string(61, 'b'));
  longer.body = std::string(20'001, 'c');
  const auto too_long = v.as(v.m_benali).post("/liaison/notes", longer.json());
  CHECK(too_long.field("/title") == "liaison.title_long");
  CHECK(too_long.field("/facts/from_minute") == "range");
  CHECK(too_long.field("/facts/price") == "too_long");
  CHECK(too_long.field("/body") == "richtext.too_long");
  CHECK(v.count("liaison_note") == 0);
}

TEST_CASE("liaison: a note written in the evening arrives at the end of quiet hours") {
  Village v;
  v.clock().set(v.now() + hours(12) + minutes(30));  // Monday, 21:00
  const Millis tuesday_at_7 = v.now() + hours(10);
  auto desk = v.as(v.m_benali).get("/liaison/desk");
  CHECK(number_at(desk, "/deliver_at") == tuesday_at_7);
  CHECK(flag_at(desk, "/quiet"));

  auto reply = v.as(v.m_benali).post("/liaison/notes", Letter{class_of(v.ce2)}.json());
  CHECK(number_at(reply, "/deliver_at") == tuesday_at_7);
  CHECK(flag_at(reply, "/quiet"));
  const auto note = text_at(reply, "/note");
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes")) == 0);
  CHECK(v.as(v.sarah).get(path(note)).status == 404);
  CHECK(v.as(v.sarah).post(path(note, "open"), about(v.tom)).status == 404);
  CHECK(sign(v.as(v.sarah), note, v.tom).status == 404);
  CHECK(number_at(v.as(v.sarah).get("/bell"), "/unread") == 0);
  CHECK(flag_at(v.as(v.m_benali).get(path(note, "follow-up")), "/waiting"));

  v.clock().set(tuesday_at_7);
  CHECK(notes_in(v.as(v.sarah).get("/liaison/notes")) == 1);
  CHECK(number_at(v.as(v.sarah).get("/bell"), "/unread") == 1);
}

TEST_CASE("liaison: the desk says to whom one may write, and how many that is") {
  Village v;
  auto desk = v.as(v.m_benali).get("/liaison/desk");
  CHECK(desk.statements <= 3);
  REQUIRE(desk.json.at("audiences").as_array().size() == 1);
  CHECK(text_at(desk, "/audiences/0/label") == "CE2");
  CHECK(number_at(desk, "/audiences/0/children") == 3);
  CHECK(number_at(desk, "/audiences/0/adults") == 4);
  CHECK(number_at(desk, "/audiences/0/without_guardian") == 1);

  auto of_head = v.as(v.mme_garcin).get("/liaison/desk");
  REQUIRE(of_head.json.at("audiences").as_array().size() == 4);
  CHECK(text_at(of_head, "/audiences/3/kind") == "school");
  CHECK(number_at(of_head, "/audiences/3/children") == 4);
  CHECK(v.as(v.sarah).get("/liaison/desk").status == 403);
}

TEST_CASE("liaison: the same sending asked twice leaves once") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const auto first = teacher.post("/liaison/notes", Letter{class_of(v.ce2)}.json(), "only-once-1234567890");
  const auto again = teacher.post("/liaison/notes", Letter{class_of(v.ce2)}.json(), "only-once-1234567890");
  CHECK(again.body == first.body);
  CHECK(v.count("liaison_note") == 1);
}
