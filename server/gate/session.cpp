#include "gate/session.h"

#include <algorithm>
#include <utility>

namespace gate {

namespace {
constexpr int end_of_school_day = 19 * 60;

std::pair<Millis, Millis> idle_and_total(Profile profile) {
  switch (profile) {
    case Profile::guardian:
    case Profile::visitor:
      return {days(30), days(180)};  // a visitor is a person without context: their own account pages
    case Profile::pupil_c1:
    case Profile::pupil_c2:
    case Profile::pupil_c3:
    case Profile::teacher:
    case Profile::substitute:
      return {days(7), days(30)};
    case Profile::head:
      return {hours(12), days(7)};
    default:
      return {minutes(15), hours(12)};
  }
}
}  // namespace

Millis serves_until(const Session& session, Profile profile, const Zone& zone) {
  if (!session.own_device) {
    const Zone::Local made = zone.local(session.made_at);
    // signed in after the end of the day: until midnight, so that an evening at the library is not cut at once
    const int closing = made.minute < end_of_school_day ? end_of_school_day : 24 * 60 - 1;
    return std::min(session.seen_at + minutes(15), zone.instant(made.date, closing) - 1);
  }
  const auto [idle, total] = idle_and_total(profile);
  return std::min(session.seen_at + idle, session.made_at + total);
}

bool still_serves(Session session, Profile profile, Millis seen_at, Millis now, const Zone& zone) {
  session.seen_at = seen_at;
  return now <= serves_until(session, profile, zone);
}

}  // namespace gate
