#pragma once
#include <string>
#include <vector>

#include "app/config.h"

namespace app::cli {

enum class Weight { well, watch, mend };

/// One thing looked at, in plain French: what is seen, and what to do about it (empty when all is well).
struct Finding {
  Weight weight;
  std::string seen;
  std::string to_do = {};
};

/// Of the machine: settings, key file, disk, clock, backups, ports.
std::vector<Finding> look_at_machine(const Config&);
/// Of the database: engine, answer, schema, jobs.
std::vector<Finding> look_at_database(const Config&);

}  // namespace app::cli
