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
/// Each guardian who may act for the child signs and answers, for that child.
inline constexpr Right sign{"liaison.sign", Does::acts, {{guardian, k}}};
/// A teacher writes to the families of her classes, whoever replaces her too, the head to those of the school.
inline constexpr Right write{"liaison.write", Does::acts, {{teacher, c}, {substitute, c}, {head, s}}};
/// All who hold a class follow what was sent to it, and record the slips that come back; the head follows the school's.
inline constexpr Right follow{"liaison.follow", Does::acts, {{teacher, c}, {substitute, c}, {head, s}}};

/// Each guardian reads what they wrote to the school and what it answered, or what was opened for both; those who hold a desk read what
/// reached it: the teachers a class has today, the head a school has today.
inline constexpr Right talk{"liaison.talk", Does::informs, {{guardian, k}, {teacher, c}, {substitute, c}, {head, s}}};
/// A guardian who may act for the child opens an exchange.
inline constexpr Right write_to_school{"liaison.write_to_school", Does::acts, {{guardian, k}}};

/// In an exchange both sides write; of the family, those who may act for the child.
inline bool may_write(const Actor& actor, PersonId child) {
  return !actor.classes(talk).empty() || !actor.schools(talk).empty() || actor.reaches_child(write_to_school, child);
}

/// Whoever may read a note, or follows it, sees its files.
inline constexpr Right see_files{"liaison.see_files", Does::informs, {{guardian, k}, {teacher, c}, {substitute, c}, {head, s}}};

/// A signature is asked of those who may act for the child, and only when the note asks for one.
inline bool may_sign(const Actor& actor, Ask ask, PersonId child) { return ask != Ask::read && actor.reaches_child(sign, child); }

/// The signer has 10 seconds to take a signature back.
/// Source: LIA-02 (docs/requirements.md)
inline constexpr Millis undo_for = seconds(10);
inline bool may_take_back(Millis signed_at, Millis now) { return now < signed_at + undo_for; }

/// An answer is changed until the evening of the last day to reply; without such a day, as long as the note stands.
inline bool may_change_answer(const std::optional<Date>& sign_before, Date today) { return !sign_before || today <= *sign_before; }

/// A sent note is changed or withdrawn by its author, in the function that wrote it, or by the head of the school.
inline bool may_change(const Actor& actor, PersonId author, Profile written_as) {
  const bool wrote_it = std::find(actor.self.begin(), actor.self.end(), author) != actor.self.end() && actor.profile == written_as;
  return wrote_it || !actor.schools(write).empty();
}

}  // namespace liaison
