#include "app/cli/backup.h"

#include "app/cli/cli.h"
#include "app/cli/flags.h"
#include "app/migrations.h"
#include "app/school_rows.h"
#include "base/text.h"
#include "store/backup/restore.h"

namespace app::cli {

namespace {

namespace backup = store::backup;

struct Asked {
  std::string folder;
  bool with_key = false;
  bool check = false;
  bool replace = false;
  std::string school;
  std::string by;
};

std::string size_of(std::int64_t bytes) {
  if (bytes < 10'000'000) return fmt::format("{} ko", (bytes + 999) / 1000);
  return fmt::format("{} Mo", bytes / 1'000'000);
}

/// A surprise of the disk or of the server, told without its values.
int surprised(const store::Fault& fault, const Screen& screen) {
  if (fault.cause == store::Cause::full) {
    screen.warn("Il n’y a plus de place sur le disque. Libérez-en, puis recommencez.\n");
  } else if (fault.cause == store::Cause::connection) {
    screen.warn("La base de données ne répond pas. Vérifiez le réglage database.\n");
  } else if (fault.cause == store::Cause::busy) {
    screen.warn("Préau tourne sur cette base. Arrêtez-le, puis recommencez.\n");
    return busy;
  } else {
    screen.warn("Rien n’est changé : {}\n", fault.what());
  }
  return refused;
}

int told(const Error& error, const std::string& folder, const Screen& screen) {
  screen.warn("{}\n", sentence_of_backup(error, folder));
  for (const FieldError& field : error.fields) screen.warn("  {}\n", field.path);
  return error.fault == Fault::busy ? int(busy) : int(refused);
}

int make(const Config& config, const Asked& asked, const Screen& screen) {
  const auto made = backup::make(installation_of(config), asked.folder, {SystemClock().now(), file_columns(), asked.with_key});
  if (!made) return told(made.error(), asked.folder, screen);
  std::int64_t bytes = 0;
  for (const auto& part : made->parts) bytes += part.size_bytes;
  std::int64_t rows = 0;
  for (const auto& table : made->tables) rows += table.rows;
  screen.say("Sauvegarde faite dans {} : {} lignes, {} fichiers, {}.\n", asked.folder, rows, made->parts.size(), size_of(bytes));
  if (asked.with_key) {
    screen.say("Elle contient le fichier de clés : rangez-la comme un coffre, chiffrée.\n");
  } else {
    screen.say(
        "Elle ne contient pas le fichier de clés ({}). Gardez-en une copie ailleurs, une fois pour toutes : sans lui, aucun mot de passe "
        "ne "
        "pourra être vérifié après une restauration.\n",
        config.key_file());
  }
  return done;
}

int check(const Asked& asked, const Screen& screen) {
  const auto wrong = backup::wrong_in(asked.folder, file_columns());
  if (!wrong) return told(wrong.error(), asked.folder, screen);
  if (wrong->empty()) {
    screen.say("Cette sauvegarde est entière : chaque fichier a l’empreinte notée, et chaque ligne a ses fichiers.\n");
    return done;
  }
  screen.warn("Cette sauvegarde est abîmée. Prenez-en une autre. Ce qui manque ou a changé :\n");
  for (const std::string& one : *wrong) screen.warn("  {}\n", one);
  return refused;
}

void tell_key(const backup::Restored& restored, const Config& config, const Screen& screen) {
  switch (restored.key) {
    case backup::Key::put_back:
      screen.say("Le fichier de clés est remis dans {}.\n", config.key_file());
      break;
    case backup::Key::fits:
      break;
    case backup::Key::none:
      screen.warn("Avant d’ouvrir, remettez le fichier de clés dans {} (chmod 600) : sans lui, aucun mot de passe ne sera reconnu.\n",
                  config.key_file());
      break;
    case backup::Key::other:
      screen.warn("Attention : le fichier de clés {} n’est pas celui de cette sauvegarde ; aucun mot de passe ne sera reconnu.\n",
                  config.key_file());
      break;
  }
}

int restore(const Config& config, const Asked& asked, const Screen& screen) {
  SystemClock clock;
  SystemRandom random;
  const store::World world{&clock, &random, Zone::named(config.zone), nullptr};
  const auto restored =
      backup::restore(installation_of(config), world, asked.folder, {asked.replace, clock.now(), migrations(), file_columns()});
  if (!restored) return told(restored.error(), asked.folder, screen);
  if (!restored->put_aside.empty()) screen.say("Ce qui était là est mis de côté : {}\n", restored->put_aside);
  screen.say("Tout est remis comme au {}. Lancez maintenant « preau migrate », puis ouvrez.\n",
             text::french_date(world.zone.date(restored->manifest.made_at)));
  tell_key(*restored, config, screen);
  return done;
}

}  // namespace

backup::Installation installation_of(const Config& config) {
  return {config.store_options(false), config.files_folder(), config.key_file()};
}

std::string sentence_of_backup(const Error& error, const std::string& folder) {
  static const std::map<std::string, std::string, std::less<>> sentences = {
      {"backup.folder_exists", "« {} » existe déjà. Donnez le nom d’un dossier nouveau : une sauvegarde n’en écrase jamais une autre."},
      {"backup.no_database", "Il n’y a pas encore de base à sauvegarder ici."},
      {"backup.no_manifest", "« {} » n’est pas une sauvegarde entière : il n’y a pas de manifest.json."},
      {"backup.bad_manifest", "Le manifest.json de « {} » est abîmé, ou d’une version plus récente de Préau."},
      {"backup.other_engine", "Cette sauvegarde vient de l’autre moteur de base. Restaurez-la avec le réglage engine qu’elle avait."},
      {"backup.newer", "Cette sauvegarde a été faite par une version plus récente de Préau. Installez cette version d’abord."},
      {"backup.damaged", "« {} » est abîmée : rien n’est restauré. Prenez une autre sauvegarde. Ce qui manque ou a changé :"},
      {"backup.not_empty",
       "Cette installation contient déjà des données. Ajoutez --replace : elles seront mises de côté sous un autre nom, jamais effacées."},
      {"backup.running", "Préau tourne sur cette base. Arrêtez-le, puis recommencez."},
      {"backup.no_school", "Cette école n’est pas dans cette sauvegarde, ou pas dans cette installation. Vérifiez le numéro UAI."},
  };
  const auto found = sentences.find(error.code);
  return found == sentences.end() ? error.code : fmt::format(fmt::runtime(found->second), folder);
}

void add_backup(CLI::App& app, const AddVerb& verb) {
  const auto guarded = [](int (*run)(const Config&, const Asked&, const Screen&), const std::shared_ptr<Asked>& asked) {
    return [run, asked](const Config& config) {
      const Screen screen = own_screen();
      try {
        return run(config, *asked, screen);
      } catch (const store::Fault& fault) {
        return surprised(fault, screen);
      } catch (const std::filesystem::filesystem_error& wrong) {
        screen.warn("Le disque refuse : {}\n", wrong.code().message());
        return int(refused);
      }
    };
  };
  auto saving = std::make_shared<Asked>();
  auto* save = app.add_subcommand("backup", "Sauvegarde la base et les fichiers, même pendant que Préau tourne");
  save->add_option("dossier", saving->folder, "Dossier à créer")->required();
  auto* with_key = save->add_flag("--with-key", saving->with_key, "Avec le fichier de clés");
  save->add_flag("--check", saving->check, "Relit une sauvegarde et compare tout")->excludes(with_key);
  verb(save, guarded([](const Config& config, const Asked& asked,
                        const Screen& screen) { return asked.check ? check(asked, screen) : make(config, asked, screen); },
                     saving));

  auto restoring = std::make_shared<Asked>();
  auto* back = app.add_subcommand("restore", "Remet une sauvegarde, ou une seule école");
  back->add_option("dossier", restoring->folder, "La sauvegarde")->required();
  auto* replace = back->add_flag("--replace", restoring->replace, "Met de côté ce qui est là");
  auto* school = back->add_option("--school", restoring->school, "Cette école seule (UAI)")->excludes(replace);
  back->add_option("--by", restoring->by, "Votre nom, gardé au journal")->needs(school);
  verb(back, guarded(
                 [](const Config& config, const Asked& asked, const Screen& screen) {
                   if (asked.school.empty()) return restore(config, asked, screen);
                   return restore_school(config, {asked.folder, asked.school, asked.by}, screen);
                 },
                 restoring));
}

}  // namespace app::cli
