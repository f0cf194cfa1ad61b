#include "features/homework/page.h"

namespace homework {

namespace {
constexpr int widest = 62;
}

Date monday_of(Date day) { return day - (weekday_of(day) - 1); }

Result<Days> days_asked(Date today, std::optional<Date> from_on, std::optional<Date> until_on) {
  const Date from = from_on.value_or(monday_of(today));
  const Days days{from, until_on.value_or(monday_of(from) + 6)};
  if (days.until_on < days.from_on || days.until_on.days - days.from_on.days >= widest) {
    return invalid_at("/until_on", "homework.too_wide");
  }
  return days;
}

}  // namespace homework
