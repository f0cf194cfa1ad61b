#pragma once
#include "features/liaison/wire.h"
#include "people/actor.h"

// All the rights of the notebook, to be read aloud to a school head.
// Reach letters as in docs/sources.md#rights: k own children, c own classes, s school.
namespace liaison {

using enum Profile;
using enum Reach;

/// Each guardian reads the notes about their children; informed only is enough.
inline constexpr Right read{"liaison.read", Does::informs, {{guardian, k}}};
/// Each guardian who may act for the child signs, for that child.
inline constexpr Right sign{"liaison.sign", Does::acts, {{guardian, k}}};
/// A teacher writes to the families of her classes, the head to those of the school.
inline constexpr Right write{"liaison.write", Does::acts, {{teacher, c}, {head, s}}};
/// All teachers of a class follow what was sent to it, and record the slips that come back; the head follows the school's.
inline constexpr Right follow{"liaison.follow", Does::acts, {{teacher, c}, {head, s}}};

/// A signature is asked of those who may act for the child, and only when the note asks for one.
inline bool may_sign(const Actor& actor, Ask ask, PersonId child) { return ask != Ask::read && actor.reaches_child(sign, child); }

/// The signer has 10 seconds to take a signature back.
/// Source: LIA-02 (docs/requirements.md)
inline constexpr Millis undo_for = seconds(10);
inline bool may_take_back(Millis signed_at, Millis now) { return now < signed_at + undo_for; }

/// A sent note is changed or withdrawn by its author, in the function that wrote it, or by the head of the school.
inline bool may_change(const Actor& actor, PersonId author, Profile written_as) {
  const bool wrote_it = std::find(actor.self.begin(), actor.self.end(), author) != actor.self.end() && actor.profile == written_as;
  return wrote_it || !actor.schools(write).empty();
}

}  // namespace liaison
