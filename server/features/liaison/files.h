#pragma once
#include "features/liaison/content.h"
#include "uploads/uploads.h"

namespace liaison {

/// A note as it holds files.
inline uploads::Thing files_thing(NoteId note) { return {"liaison.note", note}; }

/// The files of a note; no statement when it has none.
std::vector<uploads::wire::File> files_of(Tx&, NoteId, const Content&);

}  // namespace liaison
