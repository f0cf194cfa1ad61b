#pragma once
#include "people/actor.h"

// Who may tell, call and see, to be read aloud to a school head.
// Reach letters as in docs/sources.md#rights: k own children, c own classes, s school.
namespace attendance {

using enum Profile;
using enum Reach;

/// Each guardian sees what concerns their child; informed only is enough.
inline constexpr Right see{"attendance.see", Does::informs, {{guardian, k}}};
/// Each guardian who may act for the child tells, and gives reasons.
inline constexpr Right tell{"attendance.tell", Does::acts, {{guardian, k}}};
/// A teacher, or the substitute of those days, calls the roll of her classes; the head any roll of the school.
inline constexpr Right call_roll{"attendance.call", Does::acts, {{teacher, c}, {substitute, c}, {head, s}}};
/// The whole school's day, whom to telephone, what the law asks to look at, and the hour until which families tell.
inline constexpr Right lead{"attendance.lead", Does::acts, {{head, s}}};

/// A day may be told until that day's hour; what is told is changed or withdrawn until the same hour.
/// Source: PA-5 (docs/requirements.md, LIA-04)
inline bool may_tell_of(Date on_day, Zone::Local now, std::int64_t until_minute) {
  return on_day > now.date || (on_day == now.date && now.minute < until_minute);
}

/// A reason may be given afterwards for thirty days.
inline bool may_explain(Date on_day, Date today) { return on_day <= today && today.days - on_day.days <= 30; }

/// A roll is called, and corrected, on its own day; afterwards by the head, within the school year.
inline bool may_call_on(const Actor& actor, Date on_day, Date today) {
  if (on_day == today) return true;
  return on_day < today && !actor.schools(call_roll).empty() && school_year_of(on_day) == school_year_of(today);
}

/// Unexplained half-days in one month from which the head must act; the program only lists them.
/// Source: Code de l'éducation, article L131-8
inline constexpr std::int64_t legal_threshold = 4;

}  // namespace attendance
