#include <catch2/catch.hpp>

#include "people/calendar.h"
#include "village/village.h"

using namespace people;

TEST_CASE("calendar: the usual week has four days, and Friday is followed by Monday") {
  const SchoolCalendar usual;
  CHECK(usual.is_school_day(date_of(2026, 9, 14)));        // Monday
  CHECK_FALSE(usual.is_school_day(date_of(2026, 9, 16)));  // Wednesday
  CHECK(*usual.next_school_day(date_of(2026, 9, 15)) == date_of(2026, 9, 17));
  CHECK(*usual.next_school_day(date_of(2026, 9, 18)) == date_of(2026, 9, 21));
  CHECK(*usual.previous_school_day(date_of(2026, 9, 14)) == date_of(2026, 9, 11));
}

TEST_CASE("calendar: a Wednesday morning is half a day of class") {
  SchoolCalendar calendar;
  calendar.mornings = 4;
  CHECK(calendar.pattern(date_of(2026, 9, 16)) == DayPattern::morning);
}

TEST_CASE("calendar: public holidays are days off, those of Easter included") {
  CHECK(public_holiday(date_of(2026, 11, 11)) == "Armistice");
  CHECK(public_holiday(date_of(2026, 4, 6)) == "Lundi de Pâques");
  CHECK(public_holiday(date_of(2027, 5, 6)) == "Ascension");
  CHECK(public_holiday(date_of(2027, 5, 17)) == "Lundi de Pentecôte");
  CHECK(public_holiday(date_of(2026, 9, 14)).empty());
  CHECK_FALSE(SchoolCalendar{}.is_school_day(date_of(2027, 5, 6)));
}

TEST_CASE("calendar: holidays say why there is no class") {
  SchoolCalendar calendar;
  calendar.holidays.push_back({{}, "Vacances de la Toussaint", date_of(2026, 10, 17), date_of(2026, 11, 1)});
  CHECK(calendar.why_off(date_of(2026, 10, 20)) == "Vacances de la Toussaint");
  CHECK(*calendar.next_school_day(date_of(2026, 10, 16)) == date_of(2026, 11, 2));
}

TEST_CASE("calendar: a school that chose nothing follows the usual week") {
  Village v;
  v.read([&](Tx& tx) {
    const SchoolCalendar calendar = calendar_of(tx, v.tilleuls);
    CHECK(calendar.version == 0);
    CHECK(calendar.holidays.empty());
    CHECK(calendar.is_school_day(tx.today()));
  });
}
