#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <filesystem>

#include "app/cli/finding.h"
#include "store/backup/backup.h"
#include "store/backup/rows.h"

namespace app::cli {

namespace {

namespace files = std::filesystem;
using store::backup::Manifest;

constexpr std::uint64_t mega = 1'000'000;
constexpr std::uint64_t giga = 1'000 * mega;

bool was_used(const Config& config) {
  try {
    return store::backup::has_rows(config.store_options(false));
  } catch (const store::Fault&) {
    return false;  // look_at_database tells that it does not answer
  }
}

Finding no_key(const Config& config) {
  if (!was_used(config)) {
    return {Weight::watch, fmt::format("Il n’y a pas encore de fichier de clés ({}).", config.key_file()),
            "Il sera fait au premier lancement. Copiez-le alors dans un coffre, ailleurs."};
  }
  return {Weight::mend, fmt::format("Cette installation a déjà servi, mais son fichier de clés ({}) n’est plus là.", config.key_file()),
          "Remettez celui d’avant (chmod 600) avant d’ouvrir Préau : il en ferait un autre, et plus aucun mot de passe ne serait reconnu."};
}

Finding key_file(const Config& config, const std::optional<Manifest>& youngest) {
  struct stat found{};
  if (::stat(config.key_file().c_str(), &found) != 0) return no_key(config);
  if ((found.st_mode & 077) != 0) {
    return {Weight::mend, "D’autres que le compte de Préau peuvent lire le fichier de clés.",
            fmt::format("chmod 600 {}", config.key_file())};
  }
  if (youngest && !youngest->key_print.empty() && !store::backup::key_fits(config.key_file(), youngest->key_print)) {
    return {Weight::mend, "Le fichier de clés n’est pas celui qui servait lors de la dernière sauvegarde.",
            fmt::format("Remettez celui d’avant dans {} (chmod 600) : avec un autre, les mots de passe ne sont pas reconnus.",
                        config.key_file())};
  }
  return {Weight::well, "Le fichier de clés n’est lisible que par son compte. En avez-vous une copie ailleurs ?"};
}

/// The first thing of the folder that belongs to another account than the folder does: what root made there, Préau cannot write.
std::string of_another(const std::string& data, uid_t owner) {
  std::error_code none;
  for (const auto& entry : files::directory_iterator(data, none)) {
    struct stat found{};
    if (::lstat(entry.path().c_str(), &found) == 0 && found.st_uid != owner) return entry.path().string();
  }
  return {};
}

Finding folder(const Config& config) {
  struct stat found{};
  if (::stat(config.data.c_str(), &found) != 0) {
    return {Weight::mend, fmt::format("Le dossier des données ({}) n’existe pas.", config.data), "Vérifiez le réglage data."};
  }
  if (::access(config.data.c_str(), R_OK | W_OK | X_OK) != 0) {
    return {Weight::mend, fmt::format("Ce compte ne peut pas ouvrir le dossier des données ({}).", config.data),
            "Relancez sous le compte de Préau : sudo -u preau preau doctor."};
  }
  if ((found.st_mode & 077) != 0) {
    return {Weight::mend, "D’autres comptes de cette machine peuvent entrer dans le dossier des données.",
            fmt::format("chmod 700 {}", config.data)};
  }
  if (const std::string foreign = of_another(config.data, found.st_uid); !foreign.empty()) {
    return {Weight::mend, fmt::format("{} n’appartient pas au compte de Préau, qui ne pourra pas y écrire.", foreign),
            fmt::format("chown -R --reference={0} {0}", config.data)};
  }
  return {Weight::well, "Le dossier des données n’est ouvert qu’au compte de Préau."};
}

std::string size(std::uint64_t bytes) {
  return bytes < 10 * giga ? fmt::format("{} Mo", bytes / mega) : fmt::format("{} Go", bytes / giga);
}

Finding room(const Config& config) {
  struct statvfs disk{};
  if (::statvfs(config.data.c_str(), &disk) != 0) {
    return {Weight::watch, "On ne peut pas dire combien de place il reste.", "Vérifiez le réglage data."};
  }
  const auto free = std::uint64_t(disk.f_bavail) * disk.f_frsize;
  const auto all = std::uint64_t(disk.f_blocks) * disk.f_frsize;
  const std::string seen = fmt::format("Il reste {} sur {} pour les données.", size(free), size(all));
  if (free < giga) return {Weight::mend, seen, "Libérez de la place : quand il n’y en a plus, on peut encore lire, mais plus écrire."};
  if (free < all / 10) return {Weight::watch, seen, "Prévoyez de la place avant qu’elle ne manque."};
  return {Weight::well, seen};
}

std::optional<Manifest> youngest_backup(const Config& config, std::error_code& unreadable) {
  std::optional<Manifest> youngest;
  if (config.backups.empty()) return youngest;
  for (const auto& entry : files::directory_iterator(config.backups, unreadable)) {
    if (!entry.is_directory() || entry.path().extension() == ".part") continue;
    const auto manifest = store::backup::read_manifest(entry.path());
    if (manifest && (!youngest || manifest->made_at > youngest->made_at)) youngest = *manifest;
  }
  return youngest;
}

Finding backups(const Config& config, const std::optional<Manifest>& youngest, const std::error_code& unreadable) {
  if (config.backups.empty()) {
    return {Weight::watch, "On ne sait pas où sont les sauvegardes.",
            "Réglez backups = \"/var/backups/preau\", et activez preau-backup.timer."};
  }
  if (unreadable) {
    return {Weight::mend, fmt::format("Le dossier des sauvegardes ({}) n’existe pas, ou ce compte ne peut pas le lire.", config.backups),
            fmt::format("Faites-le pour le compte de Préau : install -d -m 700 -o preau -g preau {}", config.backups)};
  }
  if (!youngest) {
    return {Weight::mend, fmt::format("Il n’y a aucune sauvegarde dans {}.", config.backups),
            fmt::format("preau backup {}/premiere", config.backups)};
  }
  const auto age_hours = (SystemClock().now() - youngest->made_at) / hours(1);
  const std::string seen = age_hours < 72 ? fmt::format("La dernière sauvegarde a {} h.", age_hours)
                                          : fmt::format("La dernière sauvegarde a {} jours.", age_hours / 24);
  if (age_hours <= 26) return {Weight::well, seen};
  return {age_hours <= 24 * 7 ? Weight::watch : Weight::mend, seen,
          "Regardez pourquoi : systemctl status preau-backup.timer preau-backup.service"};
}

}  // namespace

std::vector<Finding> look_at_data(const Config& config) {
  std::error_code unreadable;
  const auto youngest = youngest_backup(config, unreadable);
  return {key_file(config, youngest), folder(config), room(config), backups(config, youngest, unreadable)};
}

}  // namespace app::cli
