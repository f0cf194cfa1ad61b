#include "features/liaison/files.h"
#include "features/liaison/content.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/verbs.h"

namespace liaison {

namespace {

/// A withdrawn note says nothing any more to a family; those who follow it keep what was sent.
bool is_theirs(Tx& tx, const Actor& actor, NoteId id) {
  if (const auto note = q::family_note(tx, actor.self, actor.children(see_files), id, tx.now())) return !note->withdrawn_at;
  return q::followed_note(tx, actor.classes(see_files), actor.schools(see_files), id).has_value();
}

}  // namespace

std::vector<uploads::wire::File> files_of(Tx& tx, NoteId note, const Content& content) {
  if (!content.files || content.files->empty()) return {};
  return uploads::list_files(tx, files_thing(note));
}

Result<gate::File> note_file(gate::Call<NoteFile>& call) {
  if (!is_theirs(call.tx, call.actor, call.in.note)) return not_found("liaison.no_note");
  return uploads::find_file(call.tx, call.in.upload, files_thing(call.in.note), call.in.size, call.in.format);
}

}  // namespace liaison
