#pragma once
#include "app/config.h"

namespace app::cli {

/// Brings the schema to this program's version; says each step.
int migrate(const Config&);

}  // namespace app::cli
