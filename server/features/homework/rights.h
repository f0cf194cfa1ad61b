#pragma once
#include <algorithm>

#include "people/actor.h"

// All the rights of the text book, to be read aloud to a school head.
// Reach letters as in docs/sources.md#rights: o own, k own children, c own classes and groups, s school.
namespace homework {

using enum Profile;
using enum Reach;

/// Pupils and their guardians read what was given to them; informed only is enough.
inline constexpr Right read{"homework.read", Does::informs, {{guardian, k}, {pupil_c2, o}, {pupil_c3, o}}};
/// The same, for the homes: a card each.
inline constexpr Right read_own{"homework.read_own", Does::informs, {{pupil_c2, o}, {pupil_c3, o}}};
inline constexpr Right read_of_children{"homework.read_of_children", Does::informs, {{guardian, k}}};
/// A pupil ticks what they have done. Adults see ticks, they give none.
inline constexpr Right tick{"homework.tick", Does::acts, {{pupil_c2, o}, {pupil_c3, o}}};
/// The teachers of a class consult its book, whoever wrote it, the head those of the school.
inline constexpr Right consult{"homework.consult", Does::informs, {{teacher, c}, {substitute, c}, {head, s}}};
/// Only those who teach a class write in its book: a head does it as a teacher.
inline constexpr Right write{"homework.write", Does::acts, {{teacher, c}, {substitute, c}}};
/// The teacher of a class opens its current period to those who arrive.
inline constexpr Right open_period{"homework.open_period", Does::acts, {{teacher, c}}};
/// Each looks for words and opens files in what they read anyway.
inline constexpr Right find{
    "homework.find", Does::informs, {{guardian, k}, {pupil_c2, o}, {pupil_c3, o}, {teacher, c}, {substitute, c}, {head, s}}};
/// Written work at home and the school's own subjects are the head's to decide.
inline constexpr Right decide{"homework.decide", Does::acts, {{head, s}}};

/// A teacher of the class changes any entry of it, a substitute those they wrote.
inline bool may_change(const Actor& actor, PersonId author) {
  return actor.profile == teacher || std::find(actor.self.begin(), actor.self.end(), author) != actor.self.end();
}

/// A substitute writes the days they hold the class, a teacher any day.
inline bool writes_dated(const Actor& actor) { return actor.profile == substitute; }

}  // namespace homework
