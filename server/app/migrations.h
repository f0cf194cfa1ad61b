#pragma once
#include <span>

#include "store/migrations.h"

namespace app {

/// Every migration of every folder, gathered by the build (tools/migrations.py).
std::span<const store::Migration> migrations();

}  // namespace app
