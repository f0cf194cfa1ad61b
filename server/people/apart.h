#pragma once
#include "base/result.h"
#include "people/actor.h"
#include "store/tx.h"

/// What a head decides about one adult, beside a decision of custody. Each act leaves its trace.
namespace people {

inline constexpr Right keeps_apart{"people.keeps_apart", Does::acts, {{Profile::head, Reach::s}}};

/// The contact data of an adult, through one child of the head's school, is the head's alone from now on (or no more).
/// Errors: not_found — people.no_guardian
/// Source: SC-04 (docs/requirements.md)
Result<> protect(Tx&, const Actor& head, PersonId adult, PersonId child, bool on);

/// An adult who died is left nothing of any of their children: no notice waits, no list names them, no code opens. What they signed
/// stays. Says "people.custody_changed" for each child. Their account is the caller's to close.
/// Errors: not_found — people.no_guardian (guards no child of a school this actor heads); conflict — people.already_so
/// Source: SC-05 (docs/requirements.md)
Result<> declare_death(Tx&, const Actor& head, PersonId adult);
/// It was a mistake: all is as before.
/// Errors: not_found — people.no_guardian; conflict — people.already_so
Result<> undo_death(Tx&, const Actor& head, PersonId adult);

/// A member of staff has no context in that school any more, from the next request; what they wrote stays.
/// Says "people.staff_suspended" ({"person": …, "school": …}).
/// Errors: not_found — people.no_staff (none of a school this actor heads, or a head: the academy decides about those)
///         conflict — people.already_so
/// Source: SC-17 (docs/requirements.md)
Result<> suspend_staff(Tx&, const Actor& head, PersonId person);
Result<> restore_staff(Tx&, const Actor& head, PersonId person);

/// What a job that listens to "people.staff_suspended" is given.
struct StaffSuspended {
  PersonId person;
  SchoolId school;
};
BOOST_DESCRIBE_STRUCT(StaffSuspended, (), (person, school))

}  // namespace people
