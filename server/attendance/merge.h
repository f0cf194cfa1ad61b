#pragma once
#include <span>

#include "attendance/rows.h"
#include "attendance/verbs.h"
#include "people/actor.h"

namespace attendance {

/// One pupil who is now elsewhere than the roll said.
struct Change {
  const CallRow* row;
  Presence was;
  Presence is;
};

struct Merged {
  std::vector<Change> changes;
  std::vector<PersonId> differing;
};

/// Where the roll says that a pupil is: no mark, and they are there.
Presence marked(const CallRow&);

/// Compares what somebody saw and set with what stands, pupil by pupil. Set as it stands, nothing happens, whatever the version: a replay
/// is harmless. Otherwise it changes, unless somebody else marked that pupil after the version that was seen: then theirs stands, and the
/// pupil is differing. One's own earlier mark never stands in the way of one's later one: a journal written without network is sent in
/// order, each entry with the version that was seen before the first.
Merged merge(const Actor&, std::span<const CallRow>, std::span<const Marked>);

}  // namespace attendance
