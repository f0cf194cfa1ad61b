#include "app/cli/account.h"

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/opened.h"
#include "base/text.h"
#include "gate/accounts.h"

namespace app::cli {

namespace {

struct Invite {
  std::string uai;
  std::string profile;
  std::string by;
};

int invite(const Config& config, const Invite& asked) {
  const auto opened = open_house(config, false, {});
  if (!opened.house) return opened.exit;
  std::optional<Result<std::vector<gate::Invitation>>> made;
  const auto outcome = opened.house->database().write_now([&](Tx& tx) {
    made = gate::invite_heads(tx, asked.uai, asked.by);
    return made->has_value();
  });
  if (outcome.end == store::End::failed || outcome.end == store::End::busy || outcome.end == store::End::full) {
    fmt::print(stderr, "La base n’a pas pu écrire : {}\n", outcome.cause);
    return refused;
  }
  if (!*made) {
    fmt::print(stderr, "{}\n",
               made->error().code == "gate.no_school" ? "Aucune école n’a ce numéro UAI. Chargez d’abord l’annuaire : preau import aaf."
                                                      : "L’annuaire ne donne pas de direction à cette école.");
    return refused;
  }
  if ((*made)->empty()) {
    fmt::print("La direction de cette école a déjà son accès. Rien n’est changé.\n");
    return done;
  }
  const Zone zone = Zone::named(config.zone);
  for (const gate::Invitation& one : **made) {
    fmt::print("{}, direction de {}\n  Adresse     {}/feuille\n  Identifiant {}\n  Code        {}\n  Valable jusqu’au {}\n", one.name,
               one.school_name, config.origin(), one.login, one.code, text::french_date(zone.date(one.until_at)));
  }
  return done;
}

}  // namespace

void add_account(CLI::App& app, const AddVerb& verb) {
  auto* account = app.add_subcommand("account", "Les accès");
  account->require_subcommand(1);
  account->fallthrough();
  auto* command = account->add_subcommand("invite", "Le premier code de la direction d’une école");
  auto asked = std::make_shared<Invite>();
  command->add_option("--uai", asked->uai, "Numéro de l’école")->required();
  command->add_option("--profile", asked->profile, "head")->required()->check(CLI::IsMember({"head"}));
  command->add_option("--by", asked->by, "Votre nom, gardé au journal")->default_val("ligne de commande");
  verb(command, [asked](const Config& config) { return invite(config, *asked); });
}

}  // namespace app::cli
