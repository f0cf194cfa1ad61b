#pragma once
#include <span>

#include "people/actor.h"
#include "people/calendar.h"

namespace people {

/// A period as it is wished; whoever writes it checked its label and days.
struct Period {
  std::string label;
  Date from_on;
  Date until_on;
};

/// The week and the periods of a school, from now on; a period that stays as it was keeps its author. Periods that ended long ago, which
/// calendar_of leaves out, stay. The right was asked. False when the calendar changed since `version` was read.
/// Says "people.calendar_changed" ({"school": …}).
bool change_calendar(Tx&, const Actor& author, SchoolId, const SchoolCalendar& week, std::span<const Period>, std::int64_t version);

/// Who changed it last, and when; nothing while it is the usual week.
struct CalendarAuthor {
  std::string name;
  Millis changed_at;
};
std::optional<CalendarAuthor> calendar_author(Tx&, SchoolId);

/// What a job that listens to "people.calendar_changed" is given.
struct CalendarChanged {
  SchoolId school;
};
BOOST_DESCRIBE_STRUCT(CalendarChanged, (), (school))

}  // namespace people
