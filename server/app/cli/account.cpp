#include "app/cli/account.h"

#include "app/cli/cli.h"
#include "base/text.h"
#include "gate/accounts.h"

namespace app::cli {

namespace {

struct Invite {
  std::string uai;
  std::string profile;
  std::string by;
};

int invite(Inside& inside, const Invite& asked) {
  std::optional<Result<std::vector<gate::Invitation>>> made;
  const auto outcome = inside.database.write_now([&](Tx& tx) {
    made = gate::invite_heads(tx, asked.uai, asked.by);
    return made->has_value();
  });
  if (outcome.end == store::End::failed || outcome.end == store::End::busy || outcome.end == store::End::full) {
    inside.screen.warn("La base n’a pas pu écrire : {}\n", outcome.cause);
    return refused;
  }
  if (!*made) {
    inside.screen.warn("{}\n", made->error().code == "gate.no_school"
                                   ? "Aucune école n’a ce numéro UAI. Chargez d’abord l’annuaire : preau import aaf."
                                   : "L’annuaire ne donne pas de direction à cette école.");
    return refused;
  }
  if ((*made)->empty()) {
    inside.screen.say("La direction de cette école a déjà son accès. Rien n’est changé.\n");
    return done;
  }
  const Zone& zone = inside.database.world().zone;
  for (const gate::Invitation& one : **made) {
    inside.screen.say("{}, direction de {}\n  Adresse     {}/feuille\n  Identifiant {}\n  Code        {}\n  Valable jusqu’au {}\n",
                      one.name, one.school_name, inside.config.origin(), one.login, one.code, text::french_date(zone.date(one.until_at)));
  }
  return done;
}

}  // namespace

void add_account(CLI::App& app, const AddWriting& verb) {
  auto* account = app.add_subcommand("account", "Les accès");
  account->require_subcommand(1);
  account->fallthrough();
  auto* command = account->add_subcommand("invite", "Le premier code de la direction d’une école");
  auto asked = std::make_shared<Invite>();
  command->add_option("--uai", asked->uai, "Numéro de l’école")->required();
  command->add_option("--profile", asked->profile, "head")->required()->check(CLI::IsMember({"head"}));
  command->add_option("--by", asked->by, "Votre nom, gardé au journal")->default_val("ligne de commande");
  verb(command, [asked](Inside& inside) { return invite(inside, *asked); });
}

}  // namespace app::cli
