#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/signing.h"
#include "features/liaison/things.h"
#include "features/liaison/trace.h"
#include "features/liaison/verbs.h"

namespace liaison {

Result<SignPlace> find_place(Tx& tx, const Actor& actor, NoteId note, PersonId child) {
  auto place = q::note_to_sign(tx, actor.self, actor.children(read), note, child, tx.now());
  if (!place) return not_found("liaison.no_note");
  if (place->withdrawn_at) return gone("liaison.withdrawn");
  if (!may_sign(actor, place->ask, child)) return refused("liaison.may_not_sign");
  return *std::move(place);
}

std::optional<Millis> device_moment(std::optional<Millis> said, Millis delivered_at, Millis now) {
  constexpr Millis worth_saying = minutes(1), longest_wait = days(14);
  if (!said || *said < delivered_at || now - *said < worth_saying || now - *said > longest_wait) return {};
  return said;
}

namespace {

/// A major act needs each guardian's own signature: one signing never settles it for the other.
bool is_settled(const SignPlace& place) { return place.done_at || (place.ask == Ask::sign_one && place.answered); }

notices::Recipient recipient(const SignPlace& place, PersonId child) { return {child, place.person}; }

}  // namespace

Result<wire::Signed> sign_note(gate::Call<SignNote>& call) {
  Tx& tx = call.tx;
  const auto& [note, child, version, at] = call.in;
  const SignPlace place = TRY(find_place(tx, call.actor, note, child));
  if (place.version != version) return stale("liaison.newer_version");
  if (!questions_of(content_of(place.content)).empty()) return conflict("liaison.answers_wanted");
  if (is_settled(place)) return conflict("liaison.already_signed");

  const auto device_at = device_moment(at, place.deliver_at, tx.now());
  record(tx, call.actor, {note, version, child, place.person, Act::sign, place.hash, place.school, device_at});
  notices::done(tx, thing_of(note, version, place.party, place.school), recipient(place, child), notices::Way::screen);
  return wire::Signed{tx.now(), tx.now() + undo_for};
}

Result<> unsign_note(gate::Call<NoteAndChild>& call) {
  Tx& tx = call.tx;
  const auto& [note, child] = call.in;
  const SignPlace place = TRY(find_place(tx, call.actor, note, child));
  const bool signed_here = place.done_at && place.way == Way::screen;
  if (!signed_here || !may_take_back(*place.done_at, tx.now())) return gone("liaison.undo_over");

  if (place.signature) {
    record(tx, call.actor, {note, place.version, child, place.person, Act::unsign, place.hash, place.school});
  } else {
    tell_audit(tx, call.actor, {"liaison.unanswer", place.school, note, child});
  }
  end_answer(tx, {note, place.version, child, place.person});
  notices::undone(tx, {note, place.version, recipient(place, child)}, notices::Way::screen);
  return {};
}

}  // namespace liaison
