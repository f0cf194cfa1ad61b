#include "features/liaison/queries.gen.h"
#include "features/liaison/questions.h"
#include "features/liaison/rights.h"
#include "features/liaison/signing.h"
#include "features/liaison/things.h"
#include "features/liaison/trace.h"
#include "features/liaison/verbs.h"

namespace liaison {

namespace {

Result<FollowedNote> find_open(Tx& tx, const Actor& actor, NoteId id) {
  auto note = q::followed_note(tx, actor.classes(follow), actor.schools(follow), id);
  if (!note) return not_found("liaison.no_note");
  if (note->withdrawn_at) return gone("liaison.withdrawn");
  return *std::move(note);
}

/// Whose name the slip bears: a guardian of today who may sign, or nobody's for a child without guardian.
Result<SlipPlace> find_signer(const std::vector<SlipPlace>& places, const std::optional<PersonId>& guardian) {
  if (places.empty()) return not_found("liaison.no_note");
  if (!guardian && places.front().person) return invalid_at("/guardian", "required");
  for (const SlipPlace& place : places) {
    if (place.person == guardian && place.may_sign.value_or(!guardian)) return place;
  }
  return refused("liaison.may_not_sign");
}

Signature signature(const FollowedNote& note, const Slip& slip, Act act) {
  return {note.id, note.version, slip.child, slip.guardian, act, note.hash, note.school};
}

Answering answering(const FollowedNote& note, const Slip& slip) { return {note.id, note.version, slip.child, slip.guardian}; }

}  // namespace

Result<> record_slip(gate::Call<Slip>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const Slip& slip = call.in;
  const FollowedNote note = TRY(find_open(tx, actor, slip.note));
  const auto places = q::slip_places(tx, actor.classes(follow), actor.schools(follow), note.id, note.version, slip.child, tx.today());
  const SlipPlace place = TRY(find_signer(places, slip.guardian));
  const auto questions = questions_of(content_of(note.content));
  // of a note with questions another guardian's slip may say the opposite (SC-02)
  if (place.done || (note.ask == Ask::sign_one && place.answered && questions.empty())) return conflict("liaison.already_signed");
  const auto answers = TRY(read_answers(questions, questions.empty() ? std::vector<wire::Answer>{} : slip.answers));

  const Uuid signed_by = record(tx, actor, signature(note, slip, Act::paper));
  if (!questions.empty()) keep_answer(tx, actor, answering(note, slip), {note.ask, questions, answers, Way::paper, signed_by});
  notices::done(tx, thing_of(note.id, note.version, note.party, note.school), {slip.child, slip.guardian}, notices::Way::paper);
  return {};
}

Result<> undo_slip(gate::Call<Slip>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const Slip& slip = call.in;
  const FollowedNote note = TRY(find_open(tx, actor, slip.note));
  const auto places = q::slip_places(tx, actor.classes(follow), actor.schools(follow), note.id, note.version, slip.child, tx.today());
  if (places.empty()) return not_found("liaison.no_note");
  // whoever's it was: a slip stays undoable when its signer is no guardian any more
  if (!notices::undone(tx, {note.id, note.version, {slip.child, slip.guardian}}, notices::Way::paper)) return not_found("liaison.no_slip");
  record(tx, actor, signature(note, slip, Act::paper_undone));
  end_answer(tx, answering(note, slip));
  return {};
}

}  // namespace liaison
