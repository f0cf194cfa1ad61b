#include "attendance/merge.h"

#include <algorithm>

#include "attendance/child.h"

namespace attendance {

Presence marked(const CallRow& row) {
  if (!row.mark) return {};
  return {row.absent.value_or(false), row.arrived_minute, row.left_minute};
}

Merged merge(const Actor& actor, std::span<const CallRow> rows, std::span<const Marked> wanted) {
  Merged out;
  for (const Marked& one : wanted) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const CallRow& r) { return r.pupil == one.pupil; });
    if (row == rows.end()) continue;
    const Presence is{one.absent, one.arrived_minute, one.left_minute};
    const Presence was = marked(*row);
    if (is == was) continue;
    const bool overtaken = row->version.value_or(0) != one.version && row->marked_by && !is_own(actor, *row->marked_by);
    if (overtaken) {
      out.differing.push_back(one.pupil);
    } else {
      out.changes.push_back({&*row, was, is});
    }
  }
  return out;
}

}  // namespace attendance
