#pragma once
#include "gate/gate.h"

namespace gate {

/// What a signed-in person may do without any context: it reaches only themself.
Routes own_routes(const Settings&);

}  // namespace gate
