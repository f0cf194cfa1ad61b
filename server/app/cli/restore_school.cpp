#include <algorithm>

#include "app/cli/backup.h"
#include "app/cli/cli.h"
#include "app/migrations.h"
#include "app/queries.gen.h"
#include "app/school_rows.h"
#include "store/audit.h"
#include "store/hints.h"

namespace app::cli {

namespace {

namespace backup = store::backup;

int refuse(const Error& error, const std::string& folder, const Screen& screen) {
  screen.warn("{}\n", sentence_of_backup(error, folder));
  for (const FieldError& field : error.fields) screen.warn("  {}\n", field.path);
  return refused;
}

const backup::Belonging& row_of_school() {
  return *std::ranges::find_if(school_rows(), [](const backup::Belonging& one) { return one.table == "people_school"; });
}

void tell(const std::vector<backup::TableRestored>& tables, const Screen& screen) {
  bool changed = false;
  for (const auto& table : tables) {
    if (table.removed + table.written + table.put_back == 0) continue;
    changed = true;
    screen.say("  {:<26} {:>6} remises   {:>6} retirées   {:>6} partagées, remises\n", table.table, table.written, table.removed,
               table.put_back);
  }
  if (!changed) screen.say("  Rien n’avait changé.\n");
}

}  // namespace

int restore_school(const Config& config, const RestoreSchool& asked, const Screen& screen) {
  SystemClock clock;
  SystemRandom random;
  const store::World world{&clock, &random, Zone::named(config.zone), nullptr};
  const auto installation = installation_of(config);
  const auto manifest = backup::trusted(asked.folder, installation.options.engine, {.known = migrations(), .columns = file_columns()});
  if (!manifest) return refuse(manifest.error(), asked.folder, screen);
  backup::Beside beside(installation, world, asked.folder, *manifest, migrations());
  if (store::schema_fit(beside.database(), migrations()) != store::Fit::same) {
    screen.warn("La base n’est pas à la version de ce programme : lancez d’abord « preau migrate ».\n");
    return refused;
  }
  std::optional<SchoolId> school;
  std::vector<std::string> files;
  beside.database().write_in_bulk([&](Tx& tx) {
    school = q::school_to_restore(tx, asked.uai);
    if (school && backup::saved_rows(tx, row_of_school(), *school) == 0) school.reset();  // younger than the backup: nothing to go back to
    if (school) files = backup::files_of_school(tx, school_rows(), file_columns(), *school);
    return true;
  });
  if (!school) return refuse({Fault::not_found, "backup.no_school"}, asked.folder, screen);
  backup::take_files(asked.folder, *manifest, installation.files, &files);
  std::vector<backup::TableRestored> tables;
  const auto outcome = beside.database().write_in_bulk([&](Tx& tx) {
    tables = backup::restore_rows(tx, school_rows(), *school);
    q::keep_files(tx);  // what was about to go may be named again
    backup::drop_without_file(tx, installation.files, file_columns());
    store::AuditLine line{.act = "app.school_restored", .school = *school};
    if (!asked.by.empty()) line.by_name = asked.by;
    store::audit(tx, line);
    store::hint(tx, {*school, std::string(store::standing), {}});
    return true;
  });
  if (outcome.end != store::End::committed) {
    screen.warn("Rien n’est changé : {}\n", outcome.cause);
    return refused;
  }
  screen.say("L’école {} est remise comme dans cette sauvegarde. Les autres ne sont pas touchées.\n", asked.uai);
  tell(tables, screen);
  screen.say(
      "Demandez à la direction de relire la page « Personnes » : les fonctions et les classes sont celles de la sauvegarde. Les décisions "
      "qui protègent un enfant et les accès d’aujourd’hui sont gardés. Si des personnes ont été effacées depuis à leur demande, "
      "effacez-les "
      "à nouveau.\n");
  return done;
}

}  // namespace app::cli
