#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/trace.h"
#include "features/homework/verbs.h"
#include "people/calendar.h"

namespace homework {

namespace {

constexpr int shortest_holidays = 5;

/// The day after the last holidays, or the first of September.
Date period_start(const people::SchoolCalendar& calendar, Date today) {
  Date start = date_of(school_year_of(today), 9, 1);
  for (const people::Holiday& holiday : calendar.holidays) {
    if (holiday.until_on >= today || holiday.until_on.days - holiday.from_on.days + 1 < shortest_holidays) continue;
    start = std::max(start, holiday.until_on + 1);
  }
  return start;
}

}  // namespace

Result<wire::Opening> set_opening(gate::Call<SetOpening>& call) {
  Tx& tx = call.tx;
  const auto own = call.actor.classes(open_period);
  if (std::find(own.begin(), own.end(), call.in.school_class) == own.end()) return not_found("homework.no_class");
  wire::Opening opening;
  if (call.in.open) opening.from_on = period_start(people::calendar_of(tx, *call.actor.school), tx.today());
  q::set_opening(tx, call.in.school_class, opening.from_on, call.actor.person, tx.now());
  tell_audit(tx, call.actor, {call.in.open ? "homework.open_period" : "homework.close_period", *call.actor.school, call.in.school_class});
  return opening;
}

}  // namespace homework
