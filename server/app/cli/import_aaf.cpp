#include "app/cli/import_aaf.h"

#include "app/cli/cli.h"
#include "import/aaf/json_report.h"
#include "import/aaf/report.h"
#include "import/aaf/sentences.h"

namespace app::cli {

namespace {

/// The line that runs this import again, to be copied.
std::string command_of(const ImportAaf& asked) {
  std::string line = "preau import aaf " + (asked.path.find(' ') == asked.path.npos ? asked.path : "\"" + asked.path + "\"");
  if (asked.school) line += " --school " + *asked.school;
  if (asked.academy) line += " --academy " + *asked.academy;
  if (!asked.dated.empty()) line += " --dated " + asked.dated;
  if (asked.accept_invented_uai) line += " --accept-invented-uai";
  return line;
}

int exit_of(const Error& error) {
  if (error.fault == Fault::busy) return busy;
  return error.code == "aaf.confirm_without_name" ? usage : refused;
}

int exit_of(const aaf::Totals& totals, bool applied) {
  if (totals.aside == totals.schools) return refused;
  return applied && totals.held + totals.aside > 0 ? held : done;
}

aaf::Import import_of(const ImportAaf& asked) {
  aaf::Import import{.folder = asked.path, .apply = asked.apply, .school = asked.school, .academy = asked.academy};
  Date dated;
  if (parse_date(asked.dated, dated)) import.dated = dated;
  import.confirmed = asked.confirm;
  import.by = asked.by;
  import.accept_invented_uai = asked.accept_invented_uai;
  return import;
}

}  // namespace

int import_aaf(store::Database& database, const ImportAaf& asked, const Screen& screen) {
  Date dated;
  if (!asked.dated.empty() && !parse_date(asked.dated, dated)) {
    screen.err << "--dated : une date comme 2026-09-01 est attendue.\n";
    return usage;
  }
  const aaf::Import import = import_of(asked);
  if (asked.json) {
    aaf::JsonReport report(screen.out);
    const auto totals = aaf::run(database, import, report);
    if (totals) return exit_of(*totals, asked.apply);
    report.refused(totals.error());
    return exit_of(totals.error());
  }
  aaf::Report report(screen.out, screen.err, screen.terminal, command_of(asked));
  const auto totals = aaf::run(database, import, report);
  if (totals) return exit_of(*totals, asked.apply);
  report.refused(totals.error(), screen.err);
  return exit_of(totals.error());
}

void add_import(CLI::App& app, const AddWriting& verb) {
  auto* import = app.add_subcommand("import", "Les annuaires");
  import->require_subcommand(1);
  import->fallthrough();
  auto* command = import->add_subcommand("aaf", "Charge l’export complet d’une académie (AAF 1D)");
  auto asked = std::make_shared<ImportAaf>();
  command->add_option("dossier", asked->path, "Dossier où l’export a été ouvert")->required();
  auto* plan = command->add_flag("--plan", asked->plan, "Montre ce qui changerait, n’écrit rien (par défaut)");
  command->add_flag("--apply", asked->apply, "Montre, puis applique")->excludes(plan);
  command->add_option("--school", asked->school, "Cette école seule (UAI)");
  command->add_option("--academy", asked->academy, "Numéro de l’académie, si l’export ne le dit pas");
  command->add_option("--dated", asked->dated, "Jour que l’export représente (AAAA-MM-JJ)");
  command->add_option("--confirm", asked->confirm, "École mise en attente à appliquer quand même (UAI)");
  command->add_option("--by", asked->by, "Votre nom, gardé au journal");
  command->add_flag("--accept-invented-uai", asked->accept_invented_uai, "Accepte des UAI à la lettre fausse (essais)");
  command->add_flag("--json", asked->json, "Pour un programme");
  command->footer(
      "Codes de sortie : 0 fait, ou rien à faire ; 1 refusé ; 2 mots inconnus ; 3 des écoles sont en attente ; 4 base occupée.");
  verb(command, [asked](Inside& inside) {
    ImportAaf import = *asked;
    import.path = std::filesystem::path(inside.folder) / asked->path;
    return import_aaf(inside.database, import, inside.screen);
  });
}

}  // namespace app::cli
