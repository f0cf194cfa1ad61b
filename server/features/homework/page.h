#pragma once
#include <optional>

#include "features/homework/verbs.h"

namespace homework {

/// The days a reader looks at, both included.
struct Days {
  Date from_on;
  Date until_on;
};

/// The Monday on or before a day.
Date monday_of(Date);

/// This week, or the days that were asked. Errors: invalid — /until_on homework.too_wide (more than 62 days, or backwards)
Result<Days> days_asked(Date today, std::optional<Date> from_on, std::optional<Date> until_on);

}  // namespace homework
