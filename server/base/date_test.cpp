#include "base/date.h"

#include <catch2/catch.hpp>
#include <thread>

namespace {
constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }
Zone paris() { return Zone::named("Europe/Paris"); }

bool day_exists(std::string_view text) {
  Date date;
  return parse_date(text, date);
}
}  // namespace

TEST_CASE("date: the first school day of the tests is a Monday") {
  const Date monday = date_of(2026, 9, 14);
  CHECK(weekday_of(monday) == 1);
  CHECK(weekday_of(monday + 6) == 7);
  CHECK(weekday_of(date_of(1969, 12, 31)) == 3);
  CHECK(to_text(monday) == "2026-09-14");
  CHECK(parts_of(monday - 14).day == 31);
}

TEST_CASE("date: a date is read as it is written, and only if the day exists") {
  Date date;
  REQUIRE(parse_date("2026-09-14", date));
  CHECK(date == date_of(2026, 9, 14));
  REQUIRE(parse_french_date("29/02/2028", date));
  CHECK(date == date_of(2028, 2, 29));
  CHECK(day_exists("2028-02-29"));
  for (const char* wrong :
       {"2027-02-29", "2026-13-01", "2026-00-10", "2026-9-14", "2026-09-14 ", "2026/09/14", "+026-09-14", "0000-01-01", ""})
    CHECK_FALSE(day_exists(wrong));
  for (const char* wrong : {"31/06/2026", "2026-09-14", "1/09/2026", "01/09/26", "01-09-2026"}) CHECK_FALSE(parse_french_date(wrong, date));
  CHECK(date == date_of(2028, 2, 29));  // a refused text leaves what was there
}

TEST_CASE("date: the school year turns on the first of August") {
  CHECK(school_year_of(date_of(2026, 7, 31)) == 2025);
  CHECK(school_year_of(date_of(2026, 8, 1)) == 2026);
  CHECK(school_year_of(date_of(2027, 6, 30)) == 2026);
}

TEST_CASE("zone: a place is known by its name, anything else is refused") {
  CHECK(paris().valid());
  CHECK(Zone::named("Indian/Reunion").valid());
  CHECK(Zone::named("America/Cayenne").valid());
  for (const char* wrong : {"", "Europe/Tilleuls", "GMT+3", "Etc/Unknown", "Europe/Paris ", "Paris"})
    CHECK_FALSE(Zone::named(wrong).valid());
}

TEST_CASE("zone: half past eight at school is half past six in UTC in September, half past seven in January") {
  const Millis september = paris().instant(date_of(2026, 9, 14), at(8, 30));
  CHECK(september == days(date_of(2026, 9, 14).days) + hours(6) + minutes(30));
  CHECK(paris().instant(date_of(2027, 1, 11), at(8, 30)) == days(date_of(2027, 1, 11).days) + hours(7) + minutes(30));
  CHECK(paris().local(september).date == date_of(2026, 9, 14));
  CHECK(paris().local(september).minute == at(8, 30));
  CHECK(paris().local(september + seconds(59)).minute == at(8, 30));
  CHECK(paris().date(paris().instant(date_of(2026, 9, 14), 0) - 1) == date_of(2026, 9, 13));
  CHECK(paris().local(-1).minute == at(0, 59));  // before 1970 too
}

TEST_CASE("zone: the hour that summer time skips becomes its end") {
  const Date sunday = date_of(2026, 3, 29);
  const Millis change = days(sunday.days) + hours(1);
  CHECK(paris().instant(sunday, at(1, 59)) == change - minutes(1));
  CHECK(paris().instant(sunday, at(2)) == change);
  CHECK(paris().instant(sunday, at(2, 30)) == change);
  CHECK(paris().instant(sunday, at(3)) == change);
  CHECK(paris().local(change).minute == at(3));
}

TEST_CASE("zone: the hour that winter time doubles is its first") {
  const Date sunday = date_of(2026, 10, 25);
  const Millis midnight_utc = days(sunday.days);
  CHECK(paris().instant(sunday, at(2, 30)) == midnight_utc + minutes(30));
  CHECK(paris().local(midnight_utc + minutes(90)).minute == at(2, 30));
  CHECK(paris().instant(sunday, at(3)) == midnight_utc + hours(2));
}

TEST_CASE("zone: many threads may ask") {
  const Zone reunion = Zone::named("Indian/Reunion");
  Millis other = 0;
  std::thread thread([&] { other = reunion.instant(date_of(2026, 9, 14), at(7)); });
  const Millis mine = reunion.instant(date_of(2026, 9, 14), at(7));
  thread.join();
  CHECK(mine == other);
  CHECK(mine == days(date_of(2026, 9, 14).days) + hours(3));
}
