#include "app/cli/migrate.h"

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/opened.h"
#include "app/migrations.h"

namespace app::cli {

int migrate(const Config& config) {
  const auto opened = open_house(config, false, {});
  if (!opened.house) return opened.exit;
  try {
    const auto ran = store::migrate(opened.house->database(), migrations());
    for (const auto& name : ran) fmt::print("{}\n", name);
    if (ran.empty()) {
      fmt::print("La base est à jour.\n");
    } else {
      fmt::print("La base est à jour ({} étapes).\n", ran.size());
    }
    return done;
  } catch (const store::Fault& fault) {
    fmt::print(stderr, "La base n’a pas pu être mise à jour ; rien n’est changé par l’étape qui a échoué.\n{}\n", fault.what());
    return refused;
  }
}

}  // namespace app::cli
