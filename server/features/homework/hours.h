#pragma once
#include <string_view>

#include "people/calendar.h"
#include "people/hours.h"
#include "store/tx.h"

/// When what is given reaches its readers, and when it is too late for tomorrow (TXT-06).
namespace homework {

/// When class ends: what is given later for the next school day may not be seen in time. Minutes of the day.
/// Source: TXT-06 (docs/requirements.md); the usual hours of French schools
inline constexpr int class_ends = 16 * 60 + 30;
inline constexpr int morning_ends = 12 * 60;

/// From the end of quiet hours on, and not before the day an entry belongs to.
Millis appears_at(const people::QuietHours&, const Zone&, Date given_on, Millis now);

/// Whether class is over today, or there is none.
bool class_over(const people::SchoolCalendar&, const Zone::Local& now);

/// Whether families may miss what is given now: class is over, and it is due on the next school day at the latest.
bool given_late(const people::SchoolCalendar&, const Zone::Local& now, Date due_on);

/// The job that listens to "people.hours_changed" (people/hours.h): what waits in that school waits for the new hours.
Result<> move_to_new_hours(Tx&, std::string_view payload);

}  // namespace homework
