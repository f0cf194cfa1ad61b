#pragma once
#include "attendance/rows.h"
#include "attendance/wire.h"
#include "people/actor.h"
#include "store/tx.h"

namespace attendance {

/// The rows of one class within reach, each pupil once.
std::vector<CallRow> rows_of_class(Tx&, const Actor&, ClassId, Date on_day, Half);

}  // namespace attendance
