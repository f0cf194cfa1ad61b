#include "app/cli/doctor.h"

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/finding.h"

namespace app::cli {

int doctor(const Config& config) {
  std::vector<Finding> findings = look_at_database(config);
  for (const auto look : {look_at_data, look_at_machine}) {
    for (Finding& one : look(config)) findings.push_back(std::move(one));
  }
  int to_mend = 0;
  int to_watch = 0;
  for (const Finding& one : findings) {
    static constexpr const char* marks[] = {"bien     ", "à voir   ", "à réparer"};
    fmt::print("{}  {}\n", marks[int(one.weight)], one.seen);
    if (!one.to_do.empty()) fmt::print("           → {}\n", one.to_do);
    to_mend += one.weight == Weight::mend;
    to_watch += one.weight == Weight::watch;
  }
  if (to_mend > 0) {
    fmt::print("\n{} à réparer. Le reste peut attendre.\n", to_mend == 1 ? "Une chose" : fmt::format("{} choses", to_mend));
    return refused;
  }
  fmt::print("\n{}\n", to_watch > 0 ? "Rien de grave. Quelques points sont à voir." : "Tout va bien.");
  return done;
}

}  // namespace app::cli
