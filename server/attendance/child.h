#pragma once
#include "attendance/rows.h"
#include "base/result.h"
#include "people/actor.h"
#include "people/calendar.h"
#include "store/tx.h"

namespace attendance {

/// A child this guardian may tell about, with the school of today.
/// Errors: not_found — attendance.no_child
///         refused   — attendance.may_not_tell (informed only, or no longer at a school)
Result<ChildRow> find_child(Tx&, const Actor&, PersonId);

/// Nobody tells about a child who has left.
bool enrolled(const ChildRow&, Date on_day);

/// Is there class today? By the columns that several statements of this room carry.
template <class Row>
people::DayPattern pattern_of(const Row& row, Date on_day) {
  if (row.on_holiday) return people::DayPattern::off;
  people::SchoolCalendar calendar;
  calendar.full_days = int(row.full_days);
  calendar.mornings = int(row.mornings);
  return calendar.pattern(on_day);
}

/// What was told, as this guardian sees it (SC-01): theirs with its reason, another's without.
wire::Told as_seen(const Actor&, const ToldRow&, bool may_change);

bool is_own(const Actor&, PersonId);

}  // namespace attendance
