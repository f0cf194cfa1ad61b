#pragma once
#include "app/config.h"

namespace app::cli {

/// Serves until SIGTERM or SIGINT, then stops within 10 s.
int serve(const Config&);

}  // namespace app::cli
