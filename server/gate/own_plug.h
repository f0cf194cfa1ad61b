#pragma once
#include "gate/plug.h"

namespace gate {

/// The hall's own jobs and declarations (its routes without context are built in).
Plug own_plug();

}  // namespace gate
