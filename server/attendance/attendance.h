#pragma once
#include <vector>

#include "base/date.h"
#include "gate/plug.h"

/// Who is at school: what families tell, the roll call of each half-day, and the register. A common room: homework asks it who missed what.
namespace attendance {

/// The days on which a pupil missed half a day at least, oldest first: by the roll call, or, where none was called yet, as the family
/// told. The caller found the pupil within its reach.
std::vector<Date> absent_days(Tx&, PersonId pupil, Date from_on, Date until_on);

/// The routes, the cards "attendance_family", "attendance_call" and "attendance_today", and what its tables hold about persons.
gate::Plug plug();

}  // namespace attendance
