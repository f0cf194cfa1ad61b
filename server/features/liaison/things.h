#pragma once
#include "features/liaison/wire.h"
#include "notices/notices.h"

namespace liaison {

/// One version of a note, as `notices` delivers it.
inline notices::Thing thing_of(NoteId note, std::int64_t version, PartyId party, SchoolId school) {
  return {"liaison.note", note, version, party, school};
}

}  // namespace liaison
