#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "people/ids.h"
#include "store/tx.h"

namespace people {

/// What a school does with a day of the week.
enum class DayPattern { off, morning, full };
BOOST_DESCRIBE_ENUM(DayPattern, off, morning, full)

/// A period without class, first and last day included: holidays, a bridge, a day off.
struct Holiday {
  Uuid id;
  std::string label;
  Date from_on;
  Date until_on;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (id, label, from_on, until_on))

/// The French public holiday of that day, by its name; "" on any other day. Alsace-Moselle's two more are not counted.
/// Source: Code du travail, article L3133-1; Easter by the Gregorian computus.
std::string public_holiday(Date);

/// When a school has class. Civil days, in the school's zone; bits of the week: 1 Monday … 64 Sunday.
struct SchoolCalendar {
  int full_days = 1 + 2 + 8 + 16;  // Monday, Tuesday, Thursday, Friday: the usual week
  int mornings = 0;
  std::vector<Holiday> holidays;  // by first day
  std::int64_t version = 0;       // 0: nobody changed the usual week

  DayPattern pattern(Date) const;
  bool is_school_day(Date day) const { return pattern(day) != DayPattern::off; }
  /// The first school day after `day`, the last one before it. None within 400 days: none.
  std::optional<Date> next_school_day(Date day) const;
  std::optional<Date> previous_school_day(Date day) const;
  /// Why there is no class that day: the holiday's label, the public holiday's name, "" for a day off of the week or a school day.
  std::string why_off(Date) const;
};

/// The calendar of one school; holidays that ended more than 400 days ago are left out.
SchoolCalendar calendar_of(Tx&, SchoolId);

}  // namespace people
