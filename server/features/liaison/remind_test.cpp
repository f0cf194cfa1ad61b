#include "features/liaison/notes_test.h"
#include "people/custody.h"

using namespace liaison::tests;

namespace {

TestReply remind(Browser by, const std::string& note, int version = 1) {
  return by.post(path(note, "remind"), fmt::format(R"({{"version":{}}})", version));
}
std::int64_t bell(Village& v, PersonId person) { return number_at(v.as(person, "parent").get("/bell"), "/unread"); }

}  // namespace

TEST_CASE("liaison: one click reminds those who have not signed, and only them (LIA-05)") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  for (const PersonId person : {v.sarah, v.mathieu}) REQUIRE(v.as(person).post(path(note, "open"), about(v.tom)).status == 204);
  REQUIRE(v.as(v.m_bernard).post(path(note, "open"), about(v.adam)).status == 204);
  REQUIRE(sign(v.as(v.m_bernard), note, v.adam).status == 200);
  v.clock().advance(days(1));

  auto desk = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(number_at(desk, "/reminder/adults") == 2);
  CHECK(number_at(desk, "/reminder/children") == 1);
  CHECK_FALSE(flag_at(desk, "/reminder/quiet"));
  auto reply = remind(v.as(v.m_benali), note);
  REQUIRE(reply.status == 200);
  CHECK(number_at(reply, "/adults") == 2);
  CHECK(bell(v, v.sarah) == 1);
  CHECK(bell(v, v.mathieu) == 1);
  CHECK(bell(v, v.m_bernard) == 0);     // he has signed
  CHECK(bell(v, v.mme_informee) == 1);  // never opened it; informed only, she was not reminded
  CHECK(v.count("notices_delivery", "remind_at IS NOT NULL") == 2);
  CHECK(number_at(v.as(v.sarah).get("/liaison/notes"), "/notes/0/reminded_at") == v.now());
  CHECK_FALSE(has(v.as(v.m_bernard).get("/liaison/notes"), "/notes/0/reminded_at"));
  CHECK(v.count("store_audit", "act = 'liaison.remind'") == 1);

  v.clock().advance(minutes(1));
  REQUIRE(v.as(v.sarah).post(path(note, "open"), about(v.tom)).status == 204);  // looked at again
  CHECK(bell(v, v.sarah) == 0);
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);
  CHECK(bell(v, v.mathieu) == 1);  // his own bell: he has not looked
}

TEST_CASE("liaison: no reminder at night, and at most one a day") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  v.clock().set(v.now() + days(4) + hours(12) + minutes(30));  // Friday, 21:00
  const Millis monday_at_7 = v.now() + days(2) + hours(10);
  auto reply = remind(v.as(v.m_benali), note);
  REQUIRE(reply.status == 200);
  CHECK(flag_at(reply, "/quiet"));
  CHECK(number_at(reply, "/deliver_at") == monday_at_7);
  CHECK_FALSE(has(v.as(v.sarah).get("/liaison/notes"), "/notes/0/reminded_at"));
  v.clock().advance(days(1));  // Saturday: it would arrive the same Monday
  CHECK(remind(v.as(v.mme_garcin), note).error == "liaison.reminded_today");
  CHECK(flag_at(v.as(v.m_benali).get(path(note, "follow-up")), "/reminder/too_soon"));
  v.clock().set(monday_at_7);
  CHECK(has(v.as(v.sarah).get("/liaison/notes"), "/notes/0/reminded_at"));
  CHECK(remind(v.as(v.m_benali), note).status == 409);
  v.clock().advance(days(1));
  CHECK(remind(v.as(v.m_benali), note).status == 200);
  CHECK(v.count("liaison_reminder") == 2);
}

TEST_CASE("liaison: of two separated parents only the one who has not signed is reminded (PS-2)") {
  Village v;
  const auto note = sent(v.as(v.mme_rossi), {class_of(v.gs), "sign_all"});
  REQUIRE(v.as(v.karim).post(path(note, "open"), about(v.noe)).status == 204);
  REQUIRE(sign(v.as(v.karim), note, v.noe).status == 200);
  REQUIRE(remind(v.as(v.mme_rossi), note).status == 200);
  v.clock().advance(minutes(1));
  CHECK(has(v.as(v.julie).get("/liaison/notes"), "/notes/0/reminded_at"));
  CHECK_FALSE(has(v.as(v.karim).get("/liaison/notes"), "/notes/0/reminded_at"));
  CHECK(bell(v, v.karim) == 0);
}

TEST_CASE("liaison: a suspended adult is never reminded, nor one whose account is closed (SC-05)") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  v.as(v.sarah);  // reserves her login
  v.write([&](Tx& tx) {
    Actor head;
    head.person = v.mme_garcin;
    head.profile = Profile::head;
    head.school = v.tilleuls;
    REQUIRE(people::limit_custody(tx, head, {v.mathieu, v.tom, people::CustodyLevel::suspended, tx.today(), {}, "JAF 26/123"}));
  });
  v.as(v.sarah);
  v.database().script("UPDATE gate_account SET closed_at = 1");  // every account of the village
  CHECK(v.count("notices_delivery", "remind_at IS NOT NULL") == 0);
  const auto awaited = [&] {
    v.database().script("UPDATE gate_account SET closed_at = NULL");
    return number_at(v.as(v.m_benali).get(path(note, "follow-up")), "/reminder/adults");
  };
  CHECK(awaited() == 2);  // Sarah and M. Bernard; not Mathieu, not who is informed only
}

TEST_CASE("liaison: when nobody is awaited there is nobody to remind") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {child_of(v.tom)});
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);
  CHECK_FALSE(has(v.as(v.m_benali).get(path(note, "follow-up")), "/reminder"));
  CHECK(remind(v.as(v.m_benali), note).error == "liaison.nobody_awaited");
  const auto other = sent(v.as(v.m_benali), {child_of(v.tom)});
  CHECK(remind(v.as(v.m_benali), other, 2).error == "liaison.stale");
  CHECK(remind(v.as(v.mme_rossi), other).status == 404);
  CHECK(remind(v.as(v.sarah), other).status == 403);
  v.clock().advance(minutes(1));
  REQUIRE(v.as(v.m_benali).post(path(other, "withdraw"), R"({"version":1})").status == 204);
  CHECK(remind(v.as(v.m_benali), other).status == 410);
  CHECK(v.count("liaison_reminder") == 0);
}

TEST_CASE("liaison: the families reached are counted by screen, by paper, and not yet (LIA-06)") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);
  REQUIRE(v.as(v.m_benali).post(path(note, "paper"), about(v.gabin)).status == 204);
  auto follow_up = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(number_at(follow_up, "/routes/screen") == 1);
  CHECK(number_at(follow_up, "/routes/paper") == 1);
  CHECK(number_at(follow_up, "/routes/none") == 1);
}
