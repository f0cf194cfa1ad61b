#include "app/cli/finding.h"
#include "app/migrations.h"
#include "store/backup/rows.h"
#include "store/glance.h"
#include "store/jobs.h"

namespace app::cli {

namespace {

Finding schema_finding(store::Fit fit) {
  if (fit == store::Fit::same) return {Weight::well, "La base est à la version de ce programme."};
  if (fit == store::Fit::older) {
    return {Weight::mend, "La base est plus ancienne que ce programme.", "Arrêtez Préau, sauvegardez, puis lancez « preau migrate »."};
  }
  return {Weight::mend, "La base est plus récente que ce programme.", "Installez la version de Préau qui l’a mise à jour."};
}

void add_jobs(const store::JobCounts& counts, std::vector<Finding>& findings) {
  if (counts.dead > 0) {
    findings.push_back({Weight::watch, fmt::format("Des travaux ont échoué pour de bon : {}.", counts.dead),
                        "Cherchez « job » dans le journal (journalctl -u preau) : la cause y est écrite."});
  }
  if (counts.overdue > 0) {
    findings.push_back({Weight::watch, fmt::format("Des travaux attendent depuis plus de cinq minutes : {}.", counts.overdue),
                        "Préau est-il ouvert ? Sinon, ouvrez-le : il les fera."});
  }
  if (counts.dead + counts.overdue == 0) findings.push_back({Weight::well, "Aucun travail n’est en retard ni en échec."});
}

}  // namespace

std::vector<Finding> look_at_database(const Config& config) {
  const store::Options options = config.store_options(false);
  const bool sqlite = options.engine == store::Engine::sqlite;
  const std::string name = sqlite ? "SQLite, dans " + options.path : "PostgreSQL";
  try {
    if (!store::backup::has_rows(options)) {
      return {{Weight::mend, fmt::format("La base ({}) n’existe pas encore.", name), "Lancez « preau migrate »."}};
    }
    const SystemClock clock;
    SystemRandom random;
    const store::World world{&clock, &random, Zone::named(config.zone), nullptr};
    std::vector<Finding> findings{{Weight::well, fmt::format("La base répond : {}.", name)}};
    store::JobCounts counts;
    const auto outcome = store::glance(options, world, [&](Tx& tx) {
      findings.resize(1);
      findings.push_back(schema_finding(store::schema_fit(tx, migrations())));
      if (findings.back().weight == Weight::well) add_jobs(store::count_jobs(tx), findings);
      return true;
    });
    if (outcome.end == store::End::committed) return findings;
  } catch (const store::Fault&) {
    // told below, in the same words whatever the engine said
  }
  return {
      {Weight::mend, fmt::format("La base ne répond pas ({}).", name),
       sqlite
           ? "Vérifiez les réglages data et database, et que le disque est là. Si le fichier est abîmé, restaurez la dernière sauvegarde."
           : "Vérifiez le réglage database et que PostgreSQL tourne (systemctl status postgresql)."}};
}

}  // namespace app::cli
