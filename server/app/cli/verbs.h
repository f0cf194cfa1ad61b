#pragma once
#include <CLI/CLI.hpp>
#include <functional>

#include "app/config.h"

namespace app::cli {

/// Ties a subcommand to what it runs, once the settings were read.
using AddVerb = std::function<void(CLI::App*, std::function<int(const Config&)>)>;

}  // namespace app::cli
