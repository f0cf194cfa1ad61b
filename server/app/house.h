#pragma once
#include "app/config.h"
#include "gate/gate.h"
#include "store/jobs.h"

namespace app {

/// What a house hears of the world. Empty: the machine's own clock (or the demo's, if the settings say so) and randomness.
struct Outside {
  std::unique_ptr<Clock> clock = {};
  std::unique_ptr<Random> random = {};  // never of the keys
};

/// "2026-09-14T08:30" in that zone, as an instant.
std::optional<Millis> demo_instant(const std::string& text, const Zone&);

/// Everything that lives as long as the program, in the order it must be built and taken down.
class House {
 public:
  /// Opens keys and database and gathers the rooms.
  /// Errors: invalid — app.keys (the key file), app.database (not reachable, or held by another process: busy)
  static Result<std::unique_ptr<House>> open(const Config&, bool threads, std::string build, Outside = {});

  store::Database& database() { return *database_; }
  gate::Gate& gate() { return *gate_; }
  store::Jobs& jobs() { return *jobs_; }
  const std::vector<gate::Plug>& plugs() const { return plugs_; }
  const Config& config() const { return config_; }

 private:
  House() = default;
  Config config_;
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<Random> random_;
  std::unique_ptr<crypto::KeyFile> keys_;
  std::unique_ptr<store::Blobs> blobs_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<gate::HashPool> hash_pool_;
  std::vector<gate::Plug> plugs_;
  std::unique_ptr<gate::Gate> gate_;
  std::unique_ptr<store::Jobs> jobs_;
};

}  // namespace app
