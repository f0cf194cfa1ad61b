#include "attendance/child.h"

#include <algorithm>

#include "attendance/queries.gen.h"
#include "attendance/rights.h"

namespace attendance {

bool is_own(const Actor& actor, PersonId person) {
  return person == actor.person || std::find(actor.self.begin(), actor.self.end(), person) != actor.self.end();
}

bool enrolled(const ChildRow& child, Date on_day) { return !child.left_on || *child.left_on >= on_day; }

/// Seeing comes before acting: whoever is informed only sees the child, and is told that telling is not theirs.
Result<ChildRow> find_child(Tx& tx, const Actor& actor, PersonId id) {
  if (!actor.reaches_child(see, id)) return not_found("attendance.no_child");
  if (!actor.reaches_child(tell, id)) return refused("attendance.may_not_tell");
  const std::vector<PersonId> one{id};
  auto rows = q::family_children(tx, one, tx.today());
  if (rows.empty() || !enrolled(rows.front(), tx.today())) return refused("attendance.may_not_tell");
  return std::move(rows.front());
}

wire::Told as_seen(const Actor& actor, const ToldRow& row, bool may_change) {
  const bool mine = is_own(actor, row.told_by);
  wire::Told out{row.told, row.child, row.on_day, row.part, row.minute, mine, {}, {}, row.told_at, row.version, mine && may_change};
  if (mine) {
    out.reason = row.reason;
    out.line = row.line;
  }
  return out;
}

}  // namespace attendance
