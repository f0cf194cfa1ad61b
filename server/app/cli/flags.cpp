#include "app/cli/flags.h"

#include <fmt/format.h>

namespace app::cli {

void Flags::add_to(CLI::App& app) {
  app.add_option("--config", file, "Fichier de réglages (TOML)");
  for (const auto& [name, help] : std::map<std::string, std::string>{{"data", "Dossier des données"},
                                                                     {"engine", "sqlite ou postgres"},
                                                                     {"database", "Fichier SQLite ou adresse PostgreSQL"},
                                                                     {"schema", "Schéma PostgreSQL du territoire"},
                                                                     {"zone", "Fuseau horaire"},
                                                                     {"web", "Dossier des pages construites"},
                                                                     {"address", "Adresse à ouvrir"},
                                                                     {"port", "Port à ouvrir"},
                                                                     {"public_origin", "Adresse publique, imprimée sur les feuilles"},
                                                                     {"metrics_port", "Port de /metrics, sur cette machine seule"},
                                                                     {"workers", "Nombre de travailleurs"},
                                                                     {"backups", "Dossier des sauvegardes, que doctor regarde"},
                                                                     {"demo_clock", "Horloge de la démonstration"}}) {
    app.add_option_function<std::string>("--" + name, [this, name = name](const std::string& value) { given[name] = value; }, help);
  }
}

bool Flags::read(Config& config) const {
  const auto problems = read_config(file, environment_of_process(), given, config);
  for (const ConfigProblem& problem : problems) fmt::print(stderr, "{} : {}\n", problem.where, problem.what);
  return problems.empty();
}

}  // namespace app::cli
