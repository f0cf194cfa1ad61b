#pragma once
#include "features/liaison/rows.h"
#include "people/actor.h"
#include "store/tx.h"

namespace liaison {

/// What the audit keeps of an act on a note or in an exchange: by whom and in which function, never its text.
struct Trace {
  std::string_view act;  // "liaison.sign"
  SchoolId school;
  Uuid thing;  // the note, or the exchange
  std::optional<PersonId> child = {};
};
void tell_audit(Tx&, const Actor&, const Trace&);

/// One row of liaison_signature, whose id is returned, and its line in the audit.
struct Signature {
  NoteId note;
  std::int64_t version;
  PersonId child;
  std::optional<PersonId> person;  // whose signature it is
  Act act;
  std::span<const unsigned char> hash;  // of the version
  SchoolId school;
  std::optional<Millis> device_at = {};  // when it was done, if it waited for the network (signing.h)
};
Uuid record(Tx&, const Actor& recorded_by, const Signature&);

}  // namespace liaison
