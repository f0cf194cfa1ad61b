#include "people/quiet_hours.h"

namespace {
constexpr int friday = 5;
constexpr int sunday = 7;
}  // namespace

bool people::may_be_set(const QuietHours& hours) {
  return hours.evening_from >= 17 * 60 && hours.evening_from <= 23 * 60 && hours.morning_until >= 5 * 60 && hours.morning_until <= 9 * 60;
}

bool people::quiet(const QuietHours& hours, const Zone& zone, Millis now) { return deliver_at(hours, zone, now) != now; }

Millis people::deliver_at(const QuietHours& hours, const Zone& zone, Millis now) {
  const auto [today, minute] = zone.local(now);
  const int weekday = weekday_of(today);
  const bool evening = minute >= hours.evening_from;

  if (hours.weekend && (weekday > friday || (weekday == friday && evening))) {
    return zone.instant(today + (sunday + 1 - weekday), hours.morning_until);
  }
  if (evening) return zone.instant(today + 1, hours.morning_until);
  if (minute < hours.morning_until) return zone.instant(today, hours.morning_until);
  return now;
}
