#pragma once
#include "app/cli/verbs.h"

namespace app::cli {

/// `preau openapi`, `preau schema`: the files of docs/ that are made from the program.
void add_contract(CLI::App&, const AddVerb&);

}  // namespace app::cli
