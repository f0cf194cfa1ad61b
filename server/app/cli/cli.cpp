#include "app/cli/cli.h"

#include <CLI/CLI.hpp>

#include "app/cli/backup.h"
#include "app/cli/contract.h"
#include "app/cli/demo.h"
#include "app/cli/doctor.h"
#include "app/cli/flags.h"
#include "app/cli/hatch.h"
#include "app/cli/migrate.h"
#include "app/cli/opened.h"
#include "app/cli/serve.h"
#include "app/cli/writing.h"

namespace app::cli {

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
  const std::vector<std::string> words(argv + 1, argv + argc);
  add_writing(app, [&](CLI::App* sub, std::function<int(Inside&)> run) {
    verb(sub, [&words, run = std::move(run)](const Config& config) {
      const Screen screen = own_screen();
      if (const auto exit = hand_over(config, words, screen)) return *exit;
      const auto opened = open_house(config, false, {});
      if (!opened.house) return opened.exit;
      Inside inside{opened.house->database(), config, screen, ""};
      return run(inside);
    });
  });
  add_backup(app, verb);
  verb(app.add_subcommand("doctor", "Dit ce qui va et ce qui ne va pas"), doctor);
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
