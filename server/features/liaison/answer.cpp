#include "features/liaison/queries.gen.h"
#include "features/liaison/questions.h"
#include "features/liaison/rights.h"
#include "features/liaison/signing.h"
#include "features/liaison/things.h"
#include "features/liaison/trace.h"
#include "features/liaison/verbs.h"

namespace liaison {

void keep_answer(Tx& tx, const Actor& recorded_by, const Answering& by, const Kept& kept) {
  end_answer(tx, by);
  q::add_answer(tx, tx.new_id<Uuid>(), by.note, by.version, by.child, by.person, kept_answers(kept.answers),
                must_agree(kept.ask, kept.questions, kept.answers), kept.way, kept.signature, recorded_by.person, tx.now());
}

void end_answer(Tx& tx, const Answering& by) { q::end_answer(tx, by.note, by.version, by.child, by.person, tx.now()); }

Result<wire::Answered> answer_note(gate::Call<AnswerNote>& call) {
  Tx& tx = call.tx;
  const AnswerNote& in = call.in;
  const SignPlace place = TRY(find_place(tx, call.actor, in.note, in.child));
  if (place.version != in.version) return stale("liaison.newer_version");
  const auto questions = questions_of(content_of(place.content));
  if (questions.empty()) return conflict("liaison.no_question");
  if (place.done_at && place.way == Way::paper) return conflict("liaison.already_signed");
  if (place.done_at && !may_change_answer(place.sign_before, tx.today())) return gone("liaison.answer_closed");
  const auto answers = TRY(read_answers(questions, in.answers));

  std::optional<Uuid> signature;  // one act: who changes an answer signs what they say now
  if (place.signature) {
    const auto device_at = device_moment(in.at, place.deliver_at, tx.now());
    signature = record(tx, call.actor, {in.note, in.version, in.child, place.person, Act::sign, place.hash, place.school, device_at});
  } else {
    tell_audit(tx, call.actor, {"liaison.answer", place.school, in.note, in.child});
  }
  keep_answer(tx, call.actor, {in.note, in.version, in.child, place.person}, {place.ask, questions, answers, Way::screen, signature});
  if (!place.done_at) {
    notices::done(tx, thing_of(in.note, in.version, place.party, place.school), {in.child, place.person}, notices::Way::screen);
  }
  const Millis since = place.done_at.value_or(tx.now());
  return wire::Answered{tx.now(), since, since + undo_for, may_change_answer(place.sign_before, tx.today())};
}

}  // namespace liaison
