#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/sending.h"
#include "features/liaison/things.h"
#include "features/liaison/trace.h"
#include "features/liaison/verbs.h"
#include "features/liaison/writing.h"

namespace liaison {

namespace {

/// The note within reach, for one who may still change it.
Result<FollowedNote> find_changeable(Tx& tx, const Actor& actor, NoteId id, std::int64_t version) {
  auto note = q::followed_note(tx, actor.classes(follow), actor.schools(follow), id);
  if (!note) return not_found("liaison.no_note");
  if (!may_change(actor, note->author, note->author_profile)) return refused("liaison.may_not_change");
  if (note->withdrawn_at) return gone("liaison.withdrawn");
  if (note->version != version) return stale("liaison.stale");
  return *std::move(note);
}

}  // namespace

Result<wire::Sent> change_note(gate::Call<ChangeNote>& call) {
  Tx& tx = call.tx;
  const ChangeNote& in = call.in;
  const FollowedNote note = TRY(find_changeable(tx, call.actor, in.note, in.version));
  std::vector<FieldError> problems;
  const Written written = read_typed({in.title, in.body, in.facts, in.sign_before}, note.kind, note.ask, tx.today(), problems);
  if (!problems.empty()) return refuse(std::move(problems));

  Content content = content_of(note.content);
  content.version = note.version + 1;
  content.title = written.title;
  content.facts = written.facts;
  content.sign_before = written.sign_before;
  content.author = call.actor.person;
  content.author_profile = call.actor.profile;
  content.made_at = tx.now();
  if (q::change_note(tx, note.id, note.version, content.title, content.sign_before) == 0) return stale("liaison.stale");
  keep_version(tx, content, written.body);
  const Millis at = arrival(tx, note.school);
  std::vector<people::Reached> reached;
  for (const auto& one : notices::replace(tx, thing_of(note.id, content.version, note.party, note.school), at)) {
    reached.push_back({one.about_child, one.person, one.person});
  }
  tell_audit(tx, call.actor, {"liaison.change", note.school, note.id});
  return sent(content, at, reached);
}

Result<> withdraw_note(gate::Call<WithdrawNote>& call) {
  const FollowedNote note = TRY(find_changeable(call.tx, call.actor, call.in.note, call.in.version));
  if (q::withdraw_note(call.tx, note.id, note.version, call.tx.now()) == 0) return stale("liaison.stale");
  notices::take_back(call.tx, note.id);
  tell_audit(call.tx, call.actor, {"liaison.withdraw", note.school, note.id});
  return {};
}

}  // namespace liaison
