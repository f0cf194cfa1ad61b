#include "people/calendar.h"

#include "people/queries.gen.h"

namespace people {

namespace {

constexpr int furthest = 400;  // days: longer than any holiday, shorter than a loop without end

Date easter(int year) {
  // the Gregorian computus, as the anonymous algorithm of 1876 gives it
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return date_of(year, n / 31, n % 31 + 1);
}

int bit_of(Date day) { return 1 << (weekday_of(day) - 1); }

const Holiday* holiday_on(const std::vector<Holiday>& holidays, Date day) {
  for (const Holiday& holiday : holidays) {
    if (holiday.from_on <= day && day <= holiday.until_on) return &holiday;
  }
  return nullptr;
}

}  // namespace

std::string public_holiday(Date day) {
  struct Fixed {
    int month, day;
    const char* name;
  };
  constexpr Fixed fixed[] = {{1, 1, "Jour de l’An"}, {5, 1, "Fête du Travail"}, {5, 8, "Victoire de 1945"}, {7, 14, "Fête nationale"},
                             {8, 15, "Assomption"},  {11, 1, "Toussaint"},      {11, 11, "Armistice"},      {12, 25, "Noël"}};
  const auto parts = parts_of(day);
  for (const Fixed& one : fixed) {
    if (one.month == parts.month && one.day == parts.day) return one.name;
  }
  const Date sunday = easter(parts.year);
  if (day == sunday + 1) return "Lundi de Pâques";
  if (day == sunday + 39) return "Ascension";
  if (day == sunday + 50) return "Lundi de Pentecôte";
  return "";
}

DayPattern SchoolCalendar::pattern(Date day) const {
  if (holiday_on(holidays, day) || !public_holiday(day).empty()) return DayPattern::off;
  if (full_days & bit_of(day)) return DayPattern::full;
  return mornings & bit_of(day) ? DayPattern::morning : DayPattern::off;
}

std::optional<Date> SchoolCalendar::next_school_day(Date day) const {
  for (int i = 1; i <= furthest; ++i) {
    if (is_school_day(day + i)) return day + i;
  }
  return {};
}

std::optional<Date> SchoolCalendar::previous_school_day(Date day) const {
  for (int i = 1; i <= furthest; ++i) {
    if (is_school_day(day - i)) return day - i;
  }
  return {};
}

std::string SchoolCalendar::why_off(Date day) const {
  if (const Holiday* holiday = holiday_on(holidays, day)) return holiday->label;
  return public_holiday(day);
}

SchoolCalendar calendar_of(Tx& tx, SchoolId school) {
  SchoolCalendar calendar;
  if (const auto week = q::week_of(tx, school)) {
    calendar.full_days = int(week->full_days);
    calendar.mornings = int(week->mornings);
    calendar.version = week->version;
  }
  calendar.holidays = q::holidays_of(tx, school, tx.today() - furthest);
  return calendar;
}

}  // namespace people
