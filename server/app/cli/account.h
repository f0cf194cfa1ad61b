#pragma once
#include "app/cli/verbs.h"

namespace app::cli {

/// `preau account invite --uai … --profile head --by NAME`: the first head's code on a fresh installation.
void add_account(CLI::App&, const AddWriting&);

}  // namespace app::cli
