#include "gate/session.h"

#include <utility>

namespace gate {

namespace {
constexpr int end_of_school_day = 19 * 60;

std::pair<Millis, Millis> idle_and_total(Profile profile) {
  switch (profile) {
    case Profile::guardian:
    case Profile::visitor:
      return {days(30), days(180)};  // a visitor is a person without context: their own account pages
    case Profile::teacher:
      return {days(7), days(30)};
    case Profile::head:
      return {hours(12), days(7)};
    default:
      return {minutes(15), hours(12)};
  }
}
}  // namespace

bool still_serves(const Session& session, Profile profile, Millis seen_at, Millis now, const Zone& zone) {
  if (!session.own_device) {
    const Zone::Local made = zone.local(session.made_at);
    // signed in after the end of the day: until midnight, so that an evening at the library is not cut at once
    const int closing = made.minute < end_of_school_day ? end_of_school_day : 24 * 60 - 1;
    return now - seen_at <= minutes(15) && now < zone.instant(made.date, closing);
  }
  const auto [idle, total] = idle_and_total(profile);
  return now - seen_at <= idle && now - session.made_at <= total;
}

}  // namespace gate
