#include "attendance/half_days.h"

namespace attendance {

Presence expected(Part part, std::optional<std::int64_t> minute, Half half) {
  const bool in_this_half = minute && half_at(*minute) == half;
  switch (part) {
    case Part::arrives:  // in the afternoon: the whole morning is missed
      if (in_this_half) return {false, minute, {}};
      return {half == Half::morning, {}, {}};
    case Part::leaves:
      if (in_this_half) return {false, {}, minute};
      return {half == Half::afternoon, {}, {}};
    default:
      return {covers(part, half), {}, {}};
  }
}

Month month_of(Date day) {
  const auto [year, month, unused] = parts_of(day);
  const Date next = month == 12 ? date_of(year + 1, 1, 1) : date_of(year, month + 1, 1);
  return {date_of(year, month, 1), next - 1};
}

}  // namespace attendance
