#include "app/cli/demo.h"

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/opened.h"
#include "app/demo/demo.h"

namespace app::cli {

namespace {

int not_empty() {
  fmt::print(stderr, "Cette base contient déjà des écoles : la démonstration ne s’y charge pas. Donnez un autre dossier (--data).\n");
  return refused;
}

int mark(const Config& config) {
  const auto opened = open_house(config, false, {});
  if (!opened.house) return opened.exit;
  return demo::mark_demo(opened.house->database()) ? done : not_empty();
}

int load(const Config& config, const std::string& folder) {
  const auto until =
      demo_instant(config.demo_clock.empty() ? std::string(demo::usual_moment) : config.demo_clock, Zone::named(config.zone));
  auto clock = std::make_unique<FixedClock>(until.value_or(0));
  FixedClock& hands = *clock;
  // Once the clock reads, nothing of the demo is left to chance: the same words load the same schools.
  const auto opened = open_house(config, false, {}, {until ? std::move(clock) : nullptr, std::make_unique<SeededRandom>(demo::seed)});
  if (!opened.house) return opened.exit;
  const auto lines = demo::load(*opened.house, hands, folder);
  if (!lines && lines.error().code == "app.not_empty") return not_empty();
  if (!lines) {
    fmt::print(stderr, "L’export de démonstration ne se charge pas : {}\n", lines.error().code);
    return refused;
  }
  fmt::print("\nLes accès de la démonstration. Le mot de passe de chacun est : {}\n\n", demo::password);
  for (const auto& line : *lines) fmt::print("  {:<24} {:<18} {}\n", line.login, line.name, line.who);
  fmt::print("\n");
  return done;
}

}  // namespace

void add_demo(CLI::App& app, const AddVerb& verb) {
  auto* demo = app.add_subcommand("demo", "La démonstration");
  demo->require_subcommand(1);
  demo->fallthrough();
  auto* command = demo->add_subcommand("load", "Charge les écoles de démonstration et donne leurs accès");
  auto folder = std::make_shared<std::string>();
  command->add_option("--export", *folder, "Dossier fait par tools/aaf_export.py --demo")->required();
  verb(command, [folder](const Config& config) { return load(config, *folder); });
  verb(demo->add_subcommand("mark", "Marque une base vide : elle pourra suivre l’horloge de démonstration"), mark);
}

}  // namespace app::cli
