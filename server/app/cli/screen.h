#pragma once
#include <fmt/format.h>

#include <ostream>

#include "store/database.h"

namespace app {
struct Config;
}

namespace app::cli {

/// Where a verb prints: what was asked for, and what is not part of it.
struct Screen {
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;

  template <class... T>
  void say(fmt::format_string<T...> text, T&&... values) const {
    out << fmt::format(text, std::forward<T>(values)...);
  }
  template <class... T>
  void warn(fmt::format_string<T...> text, T&&... values) const {
    err << fmt::format(text, std::forward<T>(values)...);
  }
};

/// This process' own.
Screen own_screen();

/// What a writing verb works with: the database, opened by the command line itself or by the server that runs.
struct Inside {
  store::Database& database;
  const Config& config;
  Screen screen;
  std::string folder;  // from which relative paths are meant
};

}  // namespace app::cli
