#include <catch2/catch.hpp>

#include "people/calendar.h"
#include "village/village.h"

using Catch::Matchers::Contains;

namespace {

const char* const with_wednesday = R"(["full","full","morning","full","full","off","off"])";
const char* const autumn = R"({"label":"Vacances de la Toussaint","from_on":"2026-10-17","until_on":"2026-11-01"})";
std::string calendar(const std::string& week, const std::string& periods, int version) {
  return R"({"week":)" + week + R"(,"periods":[)" + periods + R"(],"version":)" + std::to_string(version) + "}";
}

}  // namespace

TEST_CASE("settings: the head says which days have class and when the holidays are; teachers and families read it") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(head.get("/settings/calendars").json.at("calendars").at(0).at("version") == 0);  // the usual week

  const auto set = head.put("/settings/calendar", calendar(with_wednesday, autumn, 0));
  REQUIRE(set.status == 200);
  const auto& mine = set.json.at("calendars").at(0);
  CHECK(mine.at("version") == 1);
  CHECK(mine.at("by_name") == "Hélène Garcin");
  CHECK(mine.at("week").at(2) == "morning");
  CHECK(mine.at("next").at("label") == "Vacances de la Toussaint");

  for (const auto& [who, context] :
       {std::pair{v.m_benali, "les-tilleuls-enseignant"}, std::pair{v.m_remplacant, "les-tilleuls-remplacement"},
        std::pair{v.mme_admin, "les-tilleuls-administration"}, std::pair{v.tom, "les-tilleuls-eleve"}}) {
    INFO(context);
    CHECK_THAT(v.as(who, context).get("/settings/calendars").body, Contains("Toussaint"));
  }
  const auto two = v.as(v.sarah).get("/settings/calendars");  // a child in each school: both calendars (POR-02)
  REQUIRE(two.json.at("calendars").as_array().size() == 2);
  CHECK(two.json.at("calendars").at(0).at("school_name") == "Les Oliviers");
  CHECK_FALSE(two.json.at("calendars").at(0).as_object().contains("next"));
  CHECK(two.json.at("calendars").at(1).at("next").at("from_on") == "2026-10-17");
  CHECK_THAT(v.as(v.karim).get("/settings/calendars").body, !Contains("Tilleuls"));
  CHECK(v.as(v.m_suspendu).get("/settings/calendars").json.at("calendars").as_array().empty());
}

TEST_CASE("settings: the calendar tells the rest of the house when there is class") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(head.put("/settings/calendar", calendar(with_wednesday, autumn, 0)).status == 200);
  v.read([&](Tx& tx) {
    const auto kept = people::calendar_of(tx, v.tilleuls);
    CHECK(kept.pattern(date_of(2026, 9, 16)) == people::DayPattern::morning);
    CHECK(kept.next_school_day(date_of(2026, 10, 16)) == date_of(2026, 11, 2));
    CHECK_FALSE(people::calendar_of(tx, v.oliviers).is_school_day(date_of(2026, 9, 16)));
  });
}

TEST_CASE("settings: a period that stays keeps its author, one that goes is gone, and an older page changes nothing") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const std::string bridge = R"({"label":"Pont de l’Ascension","from_on":"2027-05-07","until_on":"2027-05-07"})";
  REQUIRE(head.put("/settings/calendar", calendar(with_wednesday, autumn, 0)).status == 200);
  v.clock().advance(minutes(2));
  REQUIRE(head.put("/settings/calendar", calendar(with_wednesday, std::string(autumn) + "," + bridge, 1)).status == 200);
  CHECK(v.count("people_holiday") == 2);
  CHECK(v.count("people_holiday", "made_at < (SELECT max(made_at) FROM people_holiday)") == 1);

  CHECK(head.put("/settings/calendar", calendar(with_wednesday, "", 1)).error == "settings.stale");
  CHECK(v.count("people_holiday") == 2);
  REQUIRE(head.put("/settings/calendar", calendar(with_wednesday, bridge, 2)).status == 200);
  CHECK(v.count("people_holiday") == 1);
  CHECK(v.count("store_audit", "act = 'people.change_calendar'") == 3);
}

TEST_CASE("settings: a calendar without a school day, or a period that cannot be, is refused in full") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(head.put("/settings/calendar", calendar(R"(["off","off","morning","off","off","off","off"])", "", 0)).field("/week") ==
        "settings.week");
  CHECK(head.put("/settings/calendar", calendar(R"(["full"])", "", 0)).field("/week") == "settings.week");
  const auto wrong =
      head.put("/settings/calendar", calendar(with_wednesday,
                                              std::string(autumn) + R"(,{"label":" ","from_on":"2026-12-19","until_on":"2026-12-18"},)"
                                                                    R"({"label":"Été","from_on":"2027-07-03","until_on":"2027-12-31"})",
                                              0));
  CHECK(wrong.field("/periods/1/label") == "settings.period_label");
  CHECK(wrong.field("/periods/1/until_on") == "settings.period_days");
  CHECK(wrong.field("/periods/2/until_on") == "settings.period_days");
  CHECK(v.count("people_week") == 0);
  CHECK(v.count("people_holiday") == 0);
}

TEST_CASE("settings: only the head changes the school's calendar") {
  Village v;
  const std::string body = calendar(with_wednesday, "", 0);
  CHECK(v.as(v.m_benali).put("/settings/calendar", body).status == 403);
  CHECK(v.as(v.mme_admin).put("/settings/calendar", body).status == 403);
  CHECK(v.as(v.sarah).put("/settings/calendar", body).status == 403);
  CHECK(v.as(v.tom).put("/settings/calendar", body).status == 403);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-enseignant").put("/settings/calendar", body).status == 403);
  CHECK(v.count("people_week") == 0);
}
