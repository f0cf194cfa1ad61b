#pragma once
#include "attendance/wire.h"
#include "people/calendar.h"

namespace attendance {

/// Noon and a half: morning rolls are corrected until then, afternoon's are called from then on.
inline constexpr int afternoon_from = 12 * 60 + 30;

inline Half half_at(std::int64_t minute) { return minute < afternoon_from ? Half::morning : Half::afternoon; }

inline bool has_class(people::DayPattern day, Half half) {
  return day == people::DayPattern::full || (day == people::DayPattern::morning && half == Half::morning);
}

/// Whether something told of a day accounts for an absence in that half of it.
inline bool covers(Part part, Half half) {
  switch (part) {
    case Part::morning:
      return half == Half::morning;
    case Part::afternoon:
      return half == Half::afternoon;
    default:
      return true;
  }
}

/// What to expect of a pupil in that half-day after what the family told.
Presence expected(Part, std::optional<std::int64_t> minute, Half);

struct Month {
  Date first;
  Date last;
};
Month month_of(Date);

}  // namespace attendance
