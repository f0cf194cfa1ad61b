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

/// Of what must be kept: key file, folder of the data, room for it, backups.
std::vector<Finding> look_at_data(const Config&);
/// Of the machine: encryption of its disk, clock, port, public address.
std::vector<Finding> look_at_machine(const Config&);
/// Of the database: engine, answer, schema, jobs.
std::vector<Finding> look_at_database(const Config&);

}  // namespace app::cli
