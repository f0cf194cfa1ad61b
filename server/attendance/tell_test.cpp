#include "attendance/school_day_test.h"
#include "people/custody.h"

using namespace attendance::tests;

namespace {

void at(Village& v, int hour, int minute) { v.clock().set(Zone::named("Europe/Paris").instant(date_of(2026, 9, 14), hour * 60 + minute)); }

}  // namespace

TEST_CASE("attendance: before nine o'clock a mother tells that her son is ill today, and the teacher reads it") {
  Village v;
  at(v, 7, 40);
  const auto reply = tell(v.as(v.sarah), {v.tom});

  REQUIRE(reply.status == 200);
  const auto& one = reply.json.at("told").as_array().front();
  CHECK(one.at("mine").as_bool());
  CHECK(one.at("reason") == "ill");
  CHECK(one.at("may_change").as_bool());
  const auto roll_call = v.as(v.m_benali).get(roll(v.ce2));
  CHECK(is_absent(roll_call, v.tom));  // already filled
  CHECK(pupil_in(roll_call, v.tom).at("said").at("reason") == "ill");
  CHECK_FALSE(is_absent(roll_call, v.adam));
  CHECK(v.count("store_audit", "act = 'attendance.tell'") == 1);
}

TEST_CASE("attendance: from nine o'clock on the day itself is told by telephone, the next ones still here") {
  Village v;
  at(v, 8, 59);
  CHECK(child_in(v.as(v.sarah).get("/attendance/family"), v.tom).at("days").as_array().front() == "2026-09-14");
  at(v, 9, 0);
  const auto late = tell(v.as(v.sarah), {v.tom});
  CHECK(late.status == 403);
  CHECK(late.error == "attendance.phone_the_school");
  CHECK(v.count("attendance_told") == 0);
  CHECK(child_in(v.as(v.sarah).get("/attendance/family"), v.tom).at("days").as_array().front() == "2026-09-15");
  CHECK(tell(v.as(v.sarah), {v.tom, "2026-09-15"}).status == 200);
}

TEST_CASE("attendance: written in the bus without network, it counts when the school receives it") {
  Village v;
  at(v, 8, 58);
  auto sarah = v.as(v.sarah);
  const std::string body = Word{v.tom}.json();
  REQUIRE(sarah.post("/attendance/told", body, "written-at-08-40-in-the-bus").status == 200);
  at(v, 9, 20);
  CHECK(sarah.post("/attendance/told", body, "written-at-08-40-in-the-bus").status == 200);  // sent twice: told once
  CHECK(v.count("attendance_told") == 1);
  auto mathieu = v.as(v.mathieu);
  CHECK(mathieu.post("/attendance/told", Word{v.lina}.json(), "written-at-08-41-in-the-bus").error == "attendance.phone_the_school");
}

TEST_CASE("attendance: the head chooses the hour and the number to dial") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(head.get("/attendance/hours").json.at("until_minute") == 540);
  const auto chosen = head.put("/attendance/hours", R"({"until_minute":500,"phone":"04 99 00 11 22","version":0})");
  REQUIRE(chosen.status == 200);
  CHECK(chosen.json.at("by_name") == "Hélène Garcin");
  CHECK(tell(v.as(v.sarah), {v.tom}).error == "attendance.phone_the_school");  // 8:30 is after 8:20
  const auto tom = child_in(v.as(v.sarah).get("/attendance/family"), v.tom);
  CHECK(tom.at("until_minute") == 500);
  CHECK(tom.at("phone") == "04 99 00 11 22");
  CHECK(tell(v.as(v.sarah), {v.lina}).status == 200);  // the other school keeps nine o'clock

  const auto wrong = head.put("/attendance/hours", R"({"until_minute":1000,"phone":"allô","version":1})");
  CHECK(wrong.field("/until_minute") == "attendance.hour_range");
  CHECK(wrong.field("/phone") == "attendance.phone_form");
  CHECK(head.put("/attendance/hours", R"({"until_minute":510,"version":0})").error == "attendance.stale");
}

TEST_CASE("attendance: only school days are told") {
  Village v;
  auto sarah = v.as(v.sarah);
  CHECK(child_in(sarah.get("/attendance/family"), v.tom).at("class_today").as_bool());
  CHECK(tell(sarah, {v.tom, "2026-09-16"}).field("/from_on") == "attendance.not_a_school_day");  // a Wednesday
  CHECK(tell(sarah, {v.tom, "2026-09-11"}).field("/from_on") == "attendance.date_past");
  CHECK(tell(sarah, {v.tom, "2026-11-11"}).field("/from_on") == "attendance.not_a_school_day");  // Armistice
  const auto week = tell(sarah, {v.tom, "2026-09-15", "day", R"(,"until_on":"2026-09-20")"});
  REQUIRE(week.status == 200);
  CHECK(size_of(week.json.at("told")) == 3);  // Tuesday, Thursday, Friday
  CHECK(tell(sarah, {v.tom, "2026-09-18"}).error == "attendance.already_told");
  CHECK(tell(sarah, {v.tom, "2026-09-21", "day", R"(,"until_on":"2026-12-18")"}).field("/until_on") == "attendance.too_long");
  CHECK(tell(sarah, {v.tom, "2026-09-21", "morning", R"(,"until_on":"2026-09-22")"}).field("/until_on") == "attendance.whole_days_only");
}

TEST_CASE("attendance: a lateness has its hour, a line stays short") {
  Village v;
  auto sarah = v.as(v.sarah);
  CHECK(tell(sarah, {v.tom, "2026-09-14", "arrives"}).field("/minute") == "attendance.minute");
  CHECK(tell(sarah, {v.tom, "2026-09-14", "day", R"(,"minute":600)"}).field("/minute") == "attendance.minute");
  const std::string line(121, 'a');
  CHECK(tell(sarah, {v.tom, "2026-09-14", "day", ",\"line\":\"" + line + "\""}).field("/line") == "attendance.line_long");
  REQUIRE(tell(sarah, {v.tom, "2026-09-14", "arrives", R"(,"minute":585,"line":" Le train. ")", "transport"}).status == 200);
  const auto tom = pupil_in(v.as(v.m_benali).get(roll(v.ce2)), v.tom);
  CHECK(tom.at("presence").at("arrived_minute") == 585);
  CHECK(tom.at("said").at("line") == "Le train.");
}

TEST_CASE("attendance: told for the afternoon, the morning is spent at school") {
  Village v;
  REQUIRE(tell(v.as(v.sarah), {v.tom, "2026-09-14", "afternoon"}).status == 200);
  REQUIRE(tell(v.as(v.m_bernard), {v.adam, "2026-09-14", "leaves", R"(,"minute":630)"}).status == 200);
  auto teacher = v.as(v.m_benali);
  CHECK_FALSE(is_absent(teacher.get(roll(v.ce2) + "?half=morning"), v.tom));
  CHECK(is_absent(teacher.get(roll(v.ce2) + "?half=afternoon"), v.tom));
  CHECK(pupil_in(teacher.get(roll(v.ce2) + "?half=morning"), v.adam).at("presence").at("left_minute") == 630);
  CHECK(is_absent(teacher.get(roll(v.ce2) + "?half=afternoon"), v.adam));
}

TEST_CASE("attendance: whoever told it changes or withdraws it until the hour, and nobody after") {
  Village v;
  auto sarah = v.as(v.sarah);
  const auto id = told(sarah, {v.tom});
  const std::string half = R"({"version":1,"part":"morning","reason":"appointment"})";
  const auto changed = sarah.put("/attendance/told/" + id, half);
  REQUIRE(changed.status == 200);
  CHECK(changed.json.at("part") == "morning");
  CHECK(sarah.put("/attendance/told/" + id, half).error == "attendance.stale");
  at(v, 9, 0);
  CHECK(sarah.put("/attendance/told/" + id, R"({"version":2,"part":"day","reason":"ill"})").error == "attendance.phone_the_school");
  CHECK(sarah.post("/attendance/told/" + id + "/withdraw", R"({"version":2})").error == "attendance.phone_the_school");
  at(v, 8, 30);
  CHECK(sarah.post("/attendance/told/" + id + "/withdraw", R"({"version":2})").status == 204);
  CHECK(v.count("attendance_told") == 0);
}

TEST_CASE("attendance: separated parents know that it was told, neither by whom nor why") {
  Village v;
  const auto id = told(v.as(v.karim, "parent"), {v.noe, "2026-09-15", "day", R"(,"line":"Chez sa tante.")", "family"});
  const auto hers = v.as(v.julie).get("/attendance/family");
  const auto seen = child_in(hers, v.noe).at("told").as_array().front().as_object();

  CHECK_FALSE(seen.at("mine").as_bool());
  CHECK_FALSE(seen.contains("reason"));
  CHECK_FALSE(seen.contains("line"));
  CHECK_FALSE(seen.at("may_change").as_bool());
  CHECK_THAT(hers.body, !Catch::Matchers::Contains("Karim") && !Catch::Matchers::Contains("tante"));
  CHECK(v.as(v.julie).put("/attendance/told/" + id, R"({"version":1,"part":"day","reason":"ill"})").error == "attendance.told_by_other");
  CHECK(v.as(v.julie).post("/attendance/told/" + id + "/withdraw", R"({"version":1})").status == 403);
  CHECK(tell(v.as(v.julie), {v.noe, "2026-09-15"}).error == "attendance.already_told");
  CHECK(v.as(v.sarah).put("/attendance/told/" + id, R"({"version":1,"part":"day","reason":"ill"})").status == 404);  // another family
}

TEST_CASE("attendance: who is suspended tells and sees nothing, who is informed only sees and does not tell") {
  Village v;
  REQUIRE(tell(v.as(v.m_bernard), {v.adam, "2026-09-15"}).status == 200);
  auto informed = v.as(v.mme_informee);
  CHECK(tell(informed, {v.adam, "2026-09-17"}).error == "attendance.may_not_tell");
  const auto adam = child_in(informed.get("/attendance/family"), v.adam);
  CHECK_FALSE(adam.at("may_tell").as_bool());
  CHECK(size_of(adam.at("told")) == 1);
  CHECK(size_of(adam.at("days")) == 0);
  auto suspended = v.as(v.m_suspendu, "parent");
  CHECK(tell(suspended, {v.adam, "2026-09-17"}).status == 404);
  CHECK(size_of(suspended.get("/attendance/family").json.at("children")) == 0);
}

TEST_CASE("attendance: a decision of the head holds from the next request, and what was told before it stays") {
  Village v;
  auto mathieu = v.as(v.mathieu);
  const auto id = told(mathieu, {v.tom, "2026-09-15"});
  v.write([&](Tx& tx) {
    Actor head;
    head.person = v.mme_garcin;
    head.profile = Profile::head;
    head.school = v.tilleuls;
    REQUIRE(people::limit_custody(tx, head, {v.mathieu, v.tom, people::CustodyLevel::suspended, tx.today(), {}, "JAF 26/123"}));
  });
  CHECK(mathieu.post("/attendance/told/" + id + "/withdraw", R"({"version":1})").status == 404);
  CHECK(v.count("attendance_told") == 1);
  CHECK(tell(mathieu, {v.lina, "2026-09-15"}).status == 200);  // the other child is untouched
}

TEST_CASE("attendance: guardian of one child of two, one sees and tells for that one") {
  Village v;
  const auto family = v.as(v.m_bernard).get("/attendance/family");
  CHECK(size_of(family.json.at("children")) == 1);
  CHECK(tell(v.as(v.m_bernard), {v.gabin}).error == "attendance.no_child");
  CHECK(tell(v.as(v.sarah), {v.lina}).status == 200);  // by her other record
  CHECK(size_of(v.as(v.sarah).get("/attendance/family").json.at("children")) == 2);
}

TEST_CASE("attendance: nobody tells of a child who has left, and of nothing after the last day") {
  Village v;
  const auto left = v.add_pupil({"Eva", "Roux", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 1), date_of(2026, 9, 11)});
  const auto leaves = v.add_pupil({"Ali", "Roux", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 1), date_of(2026, 9, 15)});
  const auto mother = v.add_guardian(left, "Mia", "Roux");
  const auto father = v.add_guardian(leaves, "Leo", "Roux");
  CHECK(tell(v.as(mother), {left, "2026-09-15"}).error == "attendance.may_not_tell");
  CHECK(v.as(mother).get("/attendance/family").status == 200);
  CHECK(tell(v.as(father), {leaves, "2026-09-15"}).status == 200);
  CHECK(tell(v.as(father), {leaves, "2026-09-17"}).field("/from_on") == "attendance.not_a_school_day");
}
