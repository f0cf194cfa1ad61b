#pragma once
#include "app/config.h"

namespace app::cli {

/// Looks at an installation without changing it, and says in plain words what is well, what to watch, and what to mend with the line to
/// run. Exit: done, or refused when something must be mended.
int doctor(const Config&);

}  // namespace app::cli
