#include "people/quiet_hours.h"

#include <catch2/catch.hpp>

using people::deliver_at;
using people::QuietHours;

namespace {
constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }

/// A school somewhere, and what is written there.
struct School {
  Zone zone = Zone::named("Europe/Paris");
  QuietHours hours = {};

  Millis instant(Date day, int minute) const { return zone.instant(day, minute); }
  Millis written(Date day, int minute) const { return deliver_at(hours, zone, zone.instant(day, minute)); }
  bool at_once(Date day, int minute) const {
    const Millis now = zone.instant(day, minute);
    return deliver_at(hours, zone, now) == now && !people::quiet(hours, zone, now);
  }
};

const Date monday = date_of(2026, 9, 14);
const Date tuesday = monday + 1;
const Date friday = monday + 4;
const Date saturday = monday + 5;
const Date sunday = monday + 6;
const Date next_monday = monday + 7;
}  // namespace

TEST_CASE("quiet hours: a note of the school day reaches the families at once") {
  const School school;
  CHECK(school.at_once(monday, at(8, 30)));
  CHECK(school.at_once(monday, at(7)));
  CHECK(school.at_once(monday, at(19, 59)));
}

TEST_CASE("quiet hours: a note of Monday 21:00 is read on Tuesday at 7:00, one of 6:00 at 7:00") {
  const School school;
  CHECK(school.written(monday, at(20)) == school.instant(tuesday, at(7)));
  CHECK(school.written(monday, at(21)) == school.instant(tuesday, at(7)));
  CHECK(school.written(tuesday, at(0)) == school.instant(tuesday, at(7)));
  CHECK(school.written(tuesday, at(6, 59)) == school.instant(tuesday, at(7)));
}

TEST_CASE("quiet hours: from Friday 20:00 on, a note waits for Monday 7:00") {
  const School school;
  const Millis release = school.instant(next_monday, at(7));
  CHECK(school.at_once(friday, at(19, 59)));
  CHECK(school.written(friday, at(20)) == release);
  CHECK(school.written(saturday, at(10)) == release);
  CHECK(school.written(sunday, at(12)) == release);
  CHECK(school.written(sunday, at(23, 59)) == release);
  CHECK(school.written(next_monday, at(6, 59)) == release);
  CHECK(school.at_once(next_monday, at(7)));
}

TEST_CASE("quiet hours: Friday before dawn is an ordinary morning") {
  const School school;
  CHECK(school.written(friday, at(6)) == school.instant(friday, at(7)));
}

TEST_CASE("quiet hours: the last second before 20:00 still leaves, and what was queued leaves at 7:00 sharp") {
  const School school;
  const Millis evening = school.instant(monday, at(20));
  CHECK(deliver_at(school.hours, school.zone, evening - 1) == evening - 1);
  const Millis morning = school.instant(tuesday, at(7));
  CHECK(deliver_at(school.hours, school.zone, morning - 1) == morning);
  CHECK(deliver_at(school.hours, school.zone, morning) == morning);
}

TEST_CASE("quiet hours: a school that keeps its weekends open is quiet at night only") {
  const School school{.hours = {.weekend = false}};
  CHECK(school.at_once(saturday, at(10)));
  CHECK(school.written(friday, at(21)) == school.instant(saturday, at(7)));
  CHECK(school.written(sunday, at(21)) == school.instant(next_monday, at(7)));
}

TEST_CASE("quiet hours: the head's own slots are obeyed") {
  const School school{.hours = {.evening_from = at(18, 30), .morning_until = at(8)}};
  CHECK(school.at_once(monday, at(18, 29)));
  CHECK(school.written(monday, at(18, 30)) == school.instant(tuesday, at(8)));
  CHECK(school.written(friday, at(18, 30)) == school.instant(next_monday, at(8)));
  CHECK(school.at_once(tuesday, at(8)));
}

TEST_CASE("quiet hours: seven o'clock stays seven o'clock when summer time begins and ends") {
  const School school;
  const School open{.hours = {.weekend = false}};
  for (const Date change : {date_of(2026, 3, 29), date_of(2026, 10, 25)}) {  // both are Sundays
    const Millis monday_7 = school.instant(change + 1, at(7));
    CHECK(school.written(change - 1, at(12)) == monday_7);
    CHECK(school.written(change, at(1, 30)) == monday_7);
    CHECK(school.written(change, at(12)) == monday_7);
    CHECK(school.zone.local(monday_7).minute == at(7));
    CHECK(open.written(change - 1, at(23)) == open.instant(change, at(7)));
    CHECK(open.zone.local(open.written(change, at(1))).minute == at(7));
  }
  CHECK(open.instant(date_of(2026, 3, 29), at(7)) - open.instant(date_of(2026, 3, 28), at(20)) == hours(10));
  CHECK(open.instant(date_of(2026, 10, 25), at(7)) - open.instant(date_of(2026, 10, 24), at(20)) == hours(12));
  // The doubled hour: its second time round is as quiet as its first.
  const Millis second_half_past_two = open.instant(date_of(2026, 10, 25), at(2, 30)) + hours(1);
  CHECK(deliver_at(open.hours, open.zone, second_half_past_two) == open.instant(date_of(2026, 10, 25), at(7)));
}

TEST_CASE("quiet hours: a school of La Réunion follows its own sun") {
  const School reunion{.zone = Zone::named("Indian/Reunion")};
  const Millis evening = School().instant(friday, at(18));  // 20:00 in Saint-Denis while Paris has summer time
  CHECK(deliver_at(reunion.hours, reunion.zone, evening) == reunion.instant(next_monday, at(7)));
  CHECK(deliver_at(reunion.hours, reunion.zone, evening - 1) == evening - 1);
  CHECK(reunion.instant(next_monday, at(7)) == School().instant(next_monday, at(5)));
}

TEST_CASE("quiet hours: a head may move them, within reason") {
  CHECK(people::may_be_set({}));
  CHECK(people::may_be_set({.evening_from = at(17), .morning_until = at(9)}));
  CHECK(people::may_be_set({.evening_from = at(23), .morning_until = at(5), .weekend = false}));
  CHECK_FALSE(people::may_be_set({.evening_from = at(16, 59)}));
  CHECK_FALSE(people::may_be_set({.evening_from = at(23, 1)}));
  CHECK_FALSE(people::may_be_set({.morning_until = at(4, 59)}));
  CHECK_FALSE(people::may_be_set({.morning_until = at(9, 1)}));
}
