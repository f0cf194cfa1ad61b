#pragma once
#include <map>

#include "features/homework/wire.h"
#include "uploads/uploads.h"

namespace homework {

/// An entry as `uploads` holds files for it.
inline uploads::Thing files_thing(EntryId entry) { return {"homework.entry", entry}; }

/// Entries that have files, of a list.
using Filed = std::vector<EntryId>;

/// The files of those entries; nothing is asked when there are none.
std::map<EntryId, std::vector<uploads::wire::File>> files_of(Tx&, const Filed&);

/// Puts them on the lines of a list, wire::Item or wire::Entry.
template <class Line>
void put_files(Tx& tx, const Filed& filed, std::vector<Line>& lines) {
  const auto files = files_of(tx, filed);
  for (Line& line : lines) {
    if (const auto of_line = files.find(line.entry); of_line != files.end()) line.files = of_line->second;
  }
}

}  // namespace homework
