#pragma once
#include "app/cli/verbs.h"

namespace app::cli {

/// `preau demo load --export DIR`, `preau demo mark`.
void add_demo(CLI::App&, const AddVerb&);

}  // namespace app::cli
