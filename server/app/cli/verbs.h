#pragma once
#include <CLI/CLI.hpp>
#include <functional>

#include "app/cli/screen.h"
#include "app/config.h"

namespace app::cli {

/// Ties a subcommand to what it runs, once the settings were read.
using AddVerb = std::function<void(CLI::App*, std::function<int(const Config&)>)>;
/// The same for a verb that writes: a server that runs does it, and shows it here; without one, it is done directly.
using AddWriting = std::function<void(CLI::App*, std::function<int(Inside&)>)>;

}  // namespace app::cli
