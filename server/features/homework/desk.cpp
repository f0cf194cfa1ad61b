#include "features/homework/giving.h"
#include "features/homework/policy.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/subjects.h"
#include "features/homework/writing.h"

namespace homework {

namespace {

/// Days off in a row that are holidays, and not a bridge or a long weekend.
constexpr int shortest_holidays = 5;

/// The last school day before the next holidays, when it is still to come.
std::optional<Date> last_before_holidays(const people::SchoolCalendar& calendar, Date today) {
  for (const people::Holiday& holiday : calendar.holidays) {
    if (holiday.from_on <= today || holiday.until_on.days - holiday.from_on.days + 1 < shortest_holidays) continue;
    const auto last = calendar.previous_school_day(holiday.from_on);
    return last && *last > today ? last : std::nullopt;
  }
  return {};
}

}  // namespace

Result<wire::Desk> open_desk(gate::Call<gate::NoInput>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const auto classes = actor.classes(write);
  const Date today = tx.today();
  const Moment moment = moment_of(tx, *actor.school);
  const Millis at = people::deliver_at(moment.hours, tx.zone(), tx.now());
  wire::Desk desk{.classes = list_classes(tx, actor, write),
                  .groups = q::groups_of(tx, classes, school_year_of(today), today),
                  .children = q::children_of(tx, classes, today),
                  .subjects = subjects_of(tx, *actor.school),
                  .days = {},
                  .loads = q::loads(tx, classes, today - farthest_due, today + 1, today + farthest_due, today),
                  .next_day = moment.calendar.next_school_day(today),
                  .before_holidays = last_before_holidays(moment.calendar, today),
                  .class_over = class_over(moment.calendar, tx.zone().local(tx.now())),
                  .deliver_at = at,
                  .held = at > tx.now(),
                  .written = written_work_of(tx, *actor.school)};
  for (Date on = today + 1; on <= today + farthest_due; on = on + 1) {
    desk.days.push_back({on, moment.calendar.is_school_day(on), moment.calendar.why_off(on), 0});
  }
  return desk;
}

}  // namespace homework
