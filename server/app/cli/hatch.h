#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/screen.h"
#include "app/config.h"

namespace app {
class House;
}

namespace app::cli {

/// Where the command line hands a writing verb over to the server that runs: a Unix socket in the data folder, which its owner alone may
/// open (mode 0600, and the user of the other side is asked of the kernel). One verb at a time; what it prints travels back as it comes.
class Hatch {
 public:
  /// Nothing when the socket cannot be made (a data folder whose path is too long): the verbs then find the database held.
  static std::unique_ptr<Hatch> open(House&);
  /// Lets the verb under way end.
  virtual ~Hatch() = default;
};

/// Hands the words of a writing verb over and prints what comes back; its exit code, or nothing when no server runs here.
/// A connection that breaks is told, and exit `refused`: nobody knows then how far the verb went.
std::optional<int> hand_over(const Config&, const std::vector<std::string>& words, const Screen&);

/// "/var/lib/preau/preau.sock"
std::string hatch_path(const Config&);

}  // namespace app::cli
