#pragma once
#include <CLI/CLI.hpp>

#include "app/config.h"

namespace app::cli {

/// The settings that any verb takes as flags; each wins over its variable and over the file.
struct Flags {
  std::string file;
  std::map<std::string, std::string> given;

  void add_to(CLI::App&);
  /// Reads file, variables and flags; says every problem.
  bool read(Config&) const;
};

}  // namespace app::cli
