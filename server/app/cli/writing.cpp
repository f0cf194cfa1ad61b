#include "app/cli/writing.h"

#include <algorithm>

#include "app/cli/account.h"
#include "app/cli/cli.h"
#include "app/cli/flags.h"
#include "app/cli/import_aaf.h"

namespace app::cli {

void add_writing(CLI::App& app, const AddWriting& verb) {
  add_account(app, verb);
  add_import(app, verb);
}

int run_writing(std::vector<std::string> words, Inside& inside) {
  CLI::App app{"Préau", "preau"};
  app.require_subcommand(1);
  app.fallthrough();
  Flags ignored;
  ignored.add_to(app);
  int exit = usage;
  add_writing(app, [&](CLI::App* sub, std::function<int(Inside&)> run) {
    sub->callback([&exit, &inside, run = std::move(run)] { exit = run(inside); });
  });
  try {
    std::ranges::reverse(words);  // as CLI11 takes them
    app.parse(std::move(words));
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong, inside.screen.out, inside.screen.err) == 0 ? done : usage;
  } catch (const std::exception&) {
    inside.screen.warn("Ce travail s’est arrêté sur une erreur imprévue. Ce qui était fini est gardé.\n");
    return refused;
  }
  return exit;
}

}  // namespace app::cli
