#include "app/cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/account.h"
#include "app/cli/contract.h"
#include "app/cli/demo.h"
#include "app/cli/import_aaf.h"
#include "app/cli/migrate.h"
#include "app/cli/serve.h"

namespace app::cli {

namespace {

/// The settings that any verb takes as flags; each wins over its variable and over the file.
struct Flags {
  std::string file;
  std::map<std::string, std::string> given;

  void add_to(CLI::App& app) {
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
                                                                       {"workers", "Nombre de travailleurs"},
                                                                       {"demo_clock", "Horloge de la démonstration"}}) {
      app.add_option_function<std::string>("--" + name, [this, name = name](const std::string& value) { given[name] = value; }, help);
    }
  }

  bool read(Config& config) const {
    const auto problems = read_config(file, environment_of_process(), given, config);
    for (const ConfigProblem& problem : problems) fmt::print(stderr, "{} : {}\n", problem.where, problem.what);
    return problems.empty();
  }
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Préau, l’espace numérique des écoles primaires", "preau"};
  app.require_subcommand(1);
  app.fallthrough();
  Flags flags;
  flags.add_to(app);
  int exit = usage;
  const auto verb = [&](CLI::App* sub, std::function<int(const Config&)> run) {
    sub->callback([&flags, &exit, run = std::move(run)] {
      Config config;
      exit = flags.read(config) ? run(config) : usage;
    });
  };
  verb(app.add_subcommand("serve", "Ouvre Préau"), serve);
  verb(app.add_subcommand("migrate", "Met la base à la version de ce programme"), migrate);
  add_account(app, verb);
  add_import(app, verb);
  add_demo(app, verb);
  add_contract(app, verb);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    const int code = app.exit(wrong);
    return code == 0 ? done : usage;
  }
  return exit;
}

}  // namespace app::cli
