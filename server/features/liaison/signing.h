#pragma once
#include "features/liaison/rows.h"
#include "people/actor.h"
#include "store/tx.h"

namespace liaison {

/// Where this guardian would reply for that child. Seeing comes before acting: an adult who is informed only sees the note, and is told
/// that it is not theirs to sign.
/// Errors: not_found — liaison.no_note; gone — liaison.withdrawn; refused — liaison.may_not_sign
Result<SignPlace> find_place(Tx&, const Actor&, NoteId, PersonId child);

/// When a reply that waited for the network was given, as its device said. None when it came at once, nor when the device cannot be right:
/// it keeps what waits for 14 days, and a reply comes after the note.
std::optional<Millis> device_moment(std::optional<Millis> said, Millis delivered_at, Millis now);

/// Whose answers, about whom, to which version.
struct Answering {
  NoteId note;
  std::int64_t version;
  PersonId child;
  std::optional<PersonId> person;  // none: a slip without name
};

/// Keeps answers that were read (questions.h); those they replace end, and stay to be proved.
struct Kept {
  Ask ask;
  const std::vector<wire::Question>& questions;
  const std::vector<wire::Answer>& answers;
  Way way;
  std::optional<Uuid> signature;  // of the same act
};
void keep_answer(Tx&, const Actor& recorded_by, const Answering&, const Kept&);
/// Ends what stands, if anything does.
void end_answer(Tx&, const Answering&);

}  // namespace liaison
