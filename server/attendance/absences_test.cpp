#include "attendance/school_day_test.h"

using namespace attendance::tests;

namespace {

void at(Village& v, Date day, int hour) { v.clock().set(Zone::named("Europe/Paris").instant(day, hour * 60)); }

std::string explained(PersonId child, const std::string& on_day = "2026-09-14") {
  return fmt::format(R"({{"child":{},"on_day":"{}","reason":"ill"}})", quoted(child), on_day);
}

boost::json::object away(const TestReply& today, PersonId pupil) { return one_of(today.json.at("away"), "pupil", pupil); }

}  // namespace

TEST_CASE("attendance: a child is missing and nothing was told: each guardian has a notice, and nobody who is suspended") {
  Village v;
  REQUIRE(call(v.as(v.m_benali), v.ce2, absent(v.tom) + "," + absent(v.adam) + "," + absent(v.gabin)).status == 200);
  CHECK(unread(v.as(v.sarah)) == 1);
  CHECK(unread(v.as(v.mathieu)) == 1);
  CHECK(unread(v.as(v.m_bernard)) == 1);
  CHECK(unread(v.as(v.mme_informee)) == 1);
  CHECK(unread(v.as(v.m_suspendu, "parent")) == 0);
  CHECK(v.count("notices_delivery") == 4);  // Gabin has nobody, and no pupil is ever told
  const auto missed = child_in(v.as(v.sarah).get("/attendance/family"), v.tom).at("missed").as_array().front().as_object();
  CHECK(missed.at("unread").as_bool());
  CHECK(missed.at("may_explain").as_bool());
  CHECK(v.as(v.sarah).post("/attendance/missed/" + std::string(missed.at("mark").as_string()) + "/open").status == 204);
  CHECK(unread(v.as(v.sarah)) == 0);
  CHECK(unread(v.as(v.mathieu)) == 1);
  CHECK(v.as(v.m_bernard).post("/attendance/missed/" + std::string(missed.at("mark").as_string()) + "/open").status == 404);
}

TEST_CASE("attendance: no notice of what the family told, nor twice in a day") {
  Village v;
  REQUIRE(tell(v.as(v.sarah), {v.tom}).status == 200);
  auto teacher = v.as(v.m_benali);
  REQUIRE(call(teacher, v.ce2, absent(v.tom) + "," + absent(v.adam)).status == 200);
  CHECK(unread(v.as(v.mathieu)) == 0);
  CHECK(unread(v.as(v.m_bernard)) == 1);
  at(v, date_of(2026, 9, 14), 14);
  REQUIRE(call(teacher, v.ce2, absent(v.tom) + "," + absent(v.adam), "afternoon").status == 200);
  CHECK(unread(v.as(v.m_bernard)) == 1);
}

TEST_CASE("attendance: marked by mistake, the notice is taken back at once") {
  Village v;
  auto teacher = v.as(v.m_benali);
  REQUIRE(call(teacher, v.ce2, absent(v.tom)).status == 200);
  REQUIRE(call(teacher, v.ce2, late(v.tom, 515, 1)).status == 200);
  CHECK(unread(v.as(v.sarah)) == 0);
}

TEST_CASE("attendance: a roll called in quiet hours tells families when they end") {
  Village v;
  const std::string hours = R"({"evening_from":1200,"morning_until":540,"weekend":true,"version":0})";
  REQUIRE(v.as(v.mme_garcin, "les-tilleuls-direction").put("/settings/quiet-hours", hours).status == 200);
  v.run_jobs();
  REQUIRE(call(v.as(v.m_benali), v.ce2, absent(v.tom)).status == 200);
  CHECK(unread(v.as(v.sarah)) == 0);
  at(v, date_of(2026, 9, 14), 9);
  CHECK(unread(v.as(v.sarah)) == 1);
}

TEST_CASE("attendance: a family explains afterwards, and the other guardian knows that it was done") {
  Village v;
  REQUIRE(call(v.as(v.m_benali), v.ce2, absent(v.tom)).status == 200);
  at(v, date_of(2026, 9, 14), 18);
  auto sarah = v.as(v.sarah);
  CHECK(v.as(v.mme_informee).post("/attendance/explain", explained(v.adam)).error == "attendance.may_not_tell");
  CHECK(v.as(v.m_bernard).post("/attendance/explain", explained(v.adam)).error == "attendance.nothing_missed");
  REQUIRE(sarah.post("/attendance/explain", explained(v.tom)).status == 204);
  const auto hers = child_in(sarah.get("/attendance/family"), v.tom).at("missed").as_array().front().as_object();
  CHECK((hers.at("explained").as_bool() && hers.at("mine").as_bool() && !hers.at("may_explain").as_bool()));
  const auto his = child_in(v.as(v.mathieu).get("/attendance/family"), v.tom).at("missed").as_array().front().as_object();
  CHECK((his.at("explained").as_bool() && !his.at("mine").as_bool() && !his.at("may_explain").as_bool()));
  CHECK(v.as(v.mathieu).post("/attendance/explain", explained(v.tom)).error == "attendance.already_told");
  at(v, date_of(2026, 10, 15), 9);
  CHECK(v.as(v.sarah).post("/attendance/explain", explained(v.tom)).error == "attendance.too_old");
}

TEST_CASE("attendance: the head sees the school's day, whom to telephone, and says that it was done") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(tell(v.as(v.sarah), {v.tom}).status == 200);
  REQUIRE(call(v.as(v.m_benali), v.ce2, absent(v.tom) + "," + absent(v.adam)).status == 200);

  const auto card = head.get("/home").json.at("cards").at("attendance_today").as_object();
  CHECK(card.at("classes") == 2);  // nobody is in CM1-CM2
  CHECK(card.at("called") == 1);
  CHECK(card.at("present") == 1);
  CHECK(card.at("absent") == 2);
  REQUIRE(size_of(card.at("to_call")) == 1);
  CHECK(card.at("to_call").as_array().front() == "Adam Bernard, CE2");

  const auto today = head.get("/attendance/today");
  CHECK(away(today, v.tom).at("said").at("reason") == "ill");
  CHECK_FALSE(away(today, v.tom).at("to_call").as_bool());
  const auto adam = away(today, v.adam);
  CHECK(adam.at("to_call").as_bool());
  CHECK(size_of(adam.at("adults")) == 2);  // not M. Novak, suspended
  CHECK_THAT(today.body, !Catch::Matchers::Contains("Igor"));

  const std::string phoned = "/attendance/pupils/" + to_text(v.adam) + "/phoned";
  REQUIRE(head.put(phoned, R"({"on_day":"2026-09-14","phoned":true})").status == 204);
  const auto after = away(head.get("/attendance/today"), v.adam);
  CHECK_FALSE(after.at("to_call").as_bool());
  CHECK(after.at("phoned_by") == "Mme Garcin");
  REQUIRE(head.put(phoned, R"({"on_day":"2026-09-14","phoned":false})").status == 204);
  CHECK(away(head.get("/attendance/today"), v.adam).at("to_call").as_bool());
  CHECK(v.as(v.m_lacaze).put(phoned, R"({"on_day":"2026-09-14","phoned":true})").status == 404);
  CHECK(head.put("/attendance/pupils/" + to_text(v.gabin) + "/phoned", R"({"on_day":"2026-09-14","phoned":true})").status == 404);
}

TEST_CASE("attendance: the month's register counts half-days for the month and the school year") {
  Village v;
  auto teacher = v.as(v.m_benali);
  REQUIRE(call(teacher, v.ce2, absent(v.tom) + "," + late(v.adam, 520)).status == 200);
  at(v, date_of(2026, 9, 14), 14);
  REQUIRE(call(teacher, v.ce2, absent(v.tom), "afternoon").status == 200);
  REQUIRE(v.as(v.sarah).post("/attendance/explain", explained(v.tom)).status == 204);
  at(v, date_of(2026, 10, 1), 8);
  REQUIRE(call(v.as(v.m_benali), v.ce2, absent(v.tom), "morning", "2026-10-01").status == 200);

  const std::string path = "/attendance/classes/" + to_text(v.ce2) + "/register";
  const auto september = v.as(v.m_benali).get(path + "?on_day=2026-09-30");
  REQUIRE(september.status == 200);
  CHECK(september.json.at("month") == "2026-09-01");
  CHECK(september.json.at("school_name") == "Les Tilleuls");
  CHECK(size_of(september.json.at("days")) == 17);  // Mondays, Tuesdays, Thursdays and Fridays of that month
  const auto tom = pupil_in(september, v.tom);
  CHECK(tom.at("name") == "Delmas Tom");
  CHECK(tom.at("month_half_days") == 2);
  CHECK(tom.at("month_unexplained") == 0);
  CHECK(tom.at("year_half_days") == 2);
  CHECK(pupil_in(september, v.adam).at("month_half_days") == 0);
  CHECK(size_of(pupil_in(september, v.adam).at("marks")) == 1);
  const auto october = pupil_in(v.as(v.mme_garcin, "les-tilleuls-direction").get(path), v.tom);
  CHECK(october.at("month_half_days") == 1);
  CHECK(october.at("month_unexplained") == 1);
  CHECK(october.at("year_half_days") == 3);
  CHECK(v.as(v.mme_petit, "les-tilleuls-enseignant").get(path).status == 404);
  CHECK(v.as(v.sarah).get(path).status == 403);
}

TEST_CASE("attendance: four unexplained half-days in a month are shown to the head, and nothing else happens") {
  Village v;
  for (const int day : {14, 15}) {
    for (const char* half : {"morning", "afternoon"}) {
      at(v, date_of(2026, 9, day), half[0] == 'm' ? 8 : 14);
      REQUIRE(call(v.as(v.m_benali), v.ce2, absent(v.tom), half, fmt::format("2026-09-{}", day)).status == 200);
    }
  }
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto list = head.get("/attendance/unexplained");
  REQUIRE(size_of(list.json.at("pupils")) == 1);
  CHECK(list.json.at("threshold") == 4);
  CHECK(list.json.at("pupils").as_array().front().at("half_days") == 4);
  CHECK(v.jobs().empty());
  REQUIRE(v.as(v.sarah).post("/attendance/explain", explained(v.tom, "2026-09-15")).status == 204);
  CHECK(size_of(head.get("/attendance/unexplained").json.at("pupils")) == 0);
  CHECK(v.as(v.m_benali).get("/attendance/unexplained").status == 403);
}

TEST_CASE("attendance: the reason is read by the teacher and the head, and by whoever gave it") {
  Village v;
  REQUIRE(tell(v.as(v.sarah), {v.tom, "2026-09-14", "day", R"(,"line":"Chez mamie.")", "family"}).status == 200);
  using Catch::Matchers::Contains;
  CHECK_THAT(v.as(v.m_benali).get("/home").body, Contains("mamie"));
  CHECK_THAT(v.as(v.mme_garcin, "les-tilleuls-direction").get("/attendance/today").body, Contains("mamie"));
  CHECK_THAT(v.as(v.sarah).get("/home").body, Contains("mamie"));
  CHECK_THAT(v.as(v.mathieu).get("/home").body, !Contains("mamie") && Contains("\"told\""));
  CHECK(v.as(v.mme_admin, "les-tilleuls-administration").get("/attendance/today").status == 403);
  CHECK(v.as(v.tom, "les-tilleuls-eleve").get("/attendance/family").status == 403);
}
