#include "features/homework/files.h"

#include "features/homework/queries.gen.h"
#include "features/homework/reading.h"
#include "features/homework/rights.h"
#include "features/homework/verbs.h"

namespace homework {

namespace {

/// A family or a pupil to whom it was given, or one who consults its book.
bool is_read_by(Tx& tx, const Actor& actor, EntryId entry) {
  if (const auto children = actor.pupils(find); !children.empty()) {
    return q::given_to(tx, children, entry, kept_since(tx.today()), tx.now()).has_value();
  }
  return q::entry_of(tx, actor.classes(find), actor.schools(find), entry).has_value();
}

}  // namespace

std::map<EntryId, std::vector<uploads::wire::File>> files_of(Tx& tx, const Filed& filed) {
  std::map<EntryId, std::vector<uploads::wire::File>> files;
  if (filed.empty()) return files;
  std::vector<uploads::ThingId> things(filed.size());
  for (std::size_t i = 0; i < filed.size(); ++i) things[i].bytes = filed[i].bytes;
  for (uploads::FileOf& one : uploads::list_files_of(tx, "homework.entry", things)) {
    EntryId entry;
    entry.bytes = one.thing.bytes;
    files[entry].push_back(std::move(one.file));
  }
  return files;
}

Result<gate::File> entry_file(gate::Call<EntryFile>& call) {
  if (!is_read_by(call.tx, call.actor, call.in.entry)) return not_found("homework.no_entry");
  return uploads::find_file(call.tx, call.in.upload, files_thing(call.in.entry), call.in.size, call.in.format);
}

}  // namespace homework
