#pragma once
#include "gate/route.h"

namespace gate {

/// GET /live: the socket of a page, on which hints come (store/hints.h). Serves as long as a request would, and never beyond midnight,
/// when relations begin and end by their dates.
Route live_route();

}  // namespace gate
