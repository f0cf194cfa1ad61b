#include "app/cli/contract.h"

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/features.h"
#include "app/migrations.h"
#include "gate/openapi.h"

namespace app::cli {

namespace {

/// A gate over an empty database in memory: enough to be asked what it knows.
int with_gate(const std::function<void(const gate::Gate&)>& print) {
  const SystemClock clock;
  SystemRandom random;
  const auto keys = crypto::KeyFile::fixed(0);
  const store::World world{&clock, &random, Zone::named("Europe/Paris"), &keys};
  const auto database = store::Database::open({.path = ":memory:", .threads = false}, world);
  gate::HashPool hash_pool(0, 1);
  const gate::Gate gate(*database, hash_pool, {}, features("http://localhost:8080"));
  print(gate);
  return done;
}

int print_openapi(const Config&) {
  return with_gate([](const gate::Gate& gate) { fmt::print("{}", gate::openapi(gate)); });
}

int print_schema(const Config&) {
  fmt::print("-- Made from the migrations, as PostgreSQL spells them: to be read, never run.\n");
  for (const store::Migration& step : migrations()) {
    const char* sql = step.sql ? step.sql : step.postgres_sql;
    fmt::print("\n-- {} ({})\n{}", step.name, step.folder, store::spelled_for(store::Engine::postgres, sql));
  }
  return done;
}

std::string_view word_of(Reach reach) {
  switch (reach) {
    case Reach::o:
      return "soi";
    case Reach::k:
      return "ses enfants";
    case Reach::c:
      return "ses classes";
    case Reach::s:
      return "l’école";
  }
  return {};
}

/// The routes with the profiles their Right names: who is not in a line gets 403. tests/house/rights.tsv, written by hand, is compared
/// with what the server answers; this page is for reading.
int print_rights(const Config&) {
  static constexpr const char* methods[] = {"GET", "HEAD", "POST", "PUT", "DELETE"};
  static constexpr Profile shown[] = {Profile::guardian, Profile::teacher, Profile::head};
  return with_gate([](const gate::Gate& gate) {
    fmt::print(
        "# Qui peut quoi\n\nFait par `preau rights` : ne pas modifier à la main. Dans chaque case, jusqu’où va le droit ; « – » : refusé.\n"
        "Les profils qui ne sont pas nommés ici n’entrent nulle part.\n\n| Route | Droit | Parent | Enseignant | Direction |\n"
        "| --- | --- | --- | --- | --- |\n");
    for (const auto& listed : gate.listed()) {
      const gate::Route& route = *listed.route;
      fmt::print("| `{} {}` | {}{}", methods[int(route.method)], (listed.in_context ? "/c/{context}" : "") + std::string(route.pattern),
                 route.right->name(), route.asks_password ? " (mot de passe redemandé)" : "");
      for (const Profile profile : shown) {
        const Grant* grant = route.right->find(listed.in_context ? profile : Profile::visitor);
        fmt::print(" | {}", grant ? word_of(grant->reach) : "–");
      }
      fmt::print(" |\n");
    }
  });
}

}  // namespace

void add_contract(CLI::App& app, const AddVerb& verb) {
  verb(app.add_subcommand("openapi", "Le contrat de l’API"), print_openapi);
  verb(app.add_subcommand("rights", "Qui peut quoi, route par route"), print_rights);
  verb(app.add_subcommand("schema", "Le schéma de la base"), print_schema);
}

}  // namespace app::cli
