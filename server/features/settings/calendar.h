#pragma once
#include "features/settings/year_wire.h"
#include "gate/call.h"

namespace settings {

/// When there is class: one's own school's calendar, or those of one's children's schools.
Result<wire::Calendars> list_calendars(gate::Call<gate::NoInput>&);

/// "Prochaines vacances", on the homes of those who read the calendar. One statement.
Result<wire::NextHolidays> next_holidays_card(Tx&, const Actor&);

struct SetCalendar {
  std::vector<people::DayPattern> week;  // seven, from Monday; one whole day at least
  std::vector<wire::Period> periods;     // at most 60
  std::int64_t version;                  // the one that was read
};
BOOST_DESCRIBE_STRUCT(SetCalendar, (), (week, periods, version))

/// Another week and other periods without class, from now on.
/// Errors: invalid — settings.week at /week; settings.too_many_periods at /periods; settings.period_label at /periods/N/label,
///                   settings.period_days at /periods/N/until_on (before the first day, or more than 100 days)
///         stale   — settings.stale
Result<wire::Calendars> set_calendar(gate::Call<SetCalendar>&);

}  // namespace settings
