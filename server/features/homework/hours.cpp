#include "features/homework/hours.h"

#include "base/json.h"
#include "features/homework/queries.gen.h"

namespace homework {

Millis appears_at(const people::QuietHours& hours, const Zone& zone, Date given_on, Millis now) {
  return people::deliver_at(hours, zone, std::max(now, zone.instant(given_on, 0)));
}

bool class_over(const people::SchoolCalendar& calendar, const Zone::Local& now) {
  switch (calendar.pattern(now.date)) {
    case people::DayPattern::off:
      return true;
    case people::DayPattern::morning:
      return now.minute >= morning_ends;
    case people::DayPattern::full:
      break;
  }
  return now.minute >= class_ends;
}

bool given_late(const people::SchoolCalendar& calendar, const Zone::Local& now, Date due_on) {
  const auto next = calendar.next_school_day(now.date);
  return class_over(calendar, now) && next && due_on <= *next;
}

Result<> move_to_new_hours(Tx& tx, std::string_view payload) {
  const auto changed = TRY(json::from_json<people::HoursChanged>(payload));
  const auto hours = people::find_hours(tx, changed.school).hours;
  auto waiting = q::waiting_texts(tx, changed.school, tx.now());
  for (WaitingText& one : waiting) one.deliver_at = appears_at(hours, tx.zone(), one.given_on, tx.now());
  q::move_text(tx, waiting);
  return {};
}

}  // namespace homework
