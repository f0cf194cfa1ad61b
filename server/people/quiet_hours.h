#pragma once
#include "base/clock.h"
#include "base/date.h"

namespace people {

/// When nothing new reaches anyone, pupils, families or staff, and no notification leaves. One setting per school, in the school's zone.
/// Source: POR-04 (docs/requirements.md)
struct QuietHours {
  int evening_from = 20 * 60;  // minute of the day, 17:00 to 23:00
  int morning_until = 7 * 60;  // minute of the day, 5:00 to 9:00
  bool weekend = true;         // from Friday evening to Monday morning without a break
  bool operator==(const QuietHours&) const = default;
};

/// May a head choose these? Not so wide that a school day is lost, not so narrow that there is no evening.
bool may_be_set(const QuietHours&);

bool quiet(const QuietHours&, const Zone&, Millis now);
/// The first instant from `now` on at which a thing may reach its readers: `now` itself outside quiet hours.
Millis deliver_at(const QuietHours&, const Zone&, Millis now);

}  // namespace people
