#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/timex.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/cli/finding.h"
#include "app/cli/hatch.h"

namespace app::cli {

namespace {

namespace files = std::filesystem;

/// Whether the disk under the data is one that device-mapper deciphers: the name of the mapping begins with CRYPT.
Finding encryption(const Config& config) {
  struct stat found{};
  const std::string advice =
      "Un vol de la machine livrerait tout : chiffrez le disque (LUKS) à la prochaine installation, ou demandez à l’hébergeur.";
  if (::stat(config.data.c_str(), &found) != 0) return {Weight::watch, "On ne peut pas dire si le disque est chiffré.", advice};
  std::ifstream mapping(fmt::format("/sys/dev/block/{}:{}/dm/uuid", major(found.st_dev), minor(found.st_dev)));
  std::string uuid;
  std::getline(mapping, uuid);
  if (uuid.starts_with("CRYPT-")) return {Weight::well, "Le disque des données est chiffré."};
  return {Weight::watch, "Le disque des données ne semble pas chiffré (LUKS ne s’y voit pas).", advice};
}

Finding clock_finding() {
  timex state{};
  if (::adjtimex(&state) != TIME_ERROR) return {Weight::well, "L’horloge est réglée par le réseau."};
  return {Weight::watch, "L’horloge de la machine n’est pas réglée par le réseau.",
          "Les heures de dépôt et de signature en dépendent : installez systemd-timesyncd ou chrony."};
}

/// Asks the port itself: free, ours, or somebody else's.
Finding port(const Config& config) {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(std::uint16_t(config.port));
  ::inet_pton(AF_INET, config.address.c_str(), &address.sin_addr);
  const bool answers = ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(probe);
  const bool ours = files::exists(hatch_path(config));
  if (answers && ours) return {Weight::well, fmt::format("Préau est ouvert sur le port {}.", config.port)};
  if (answers) {
    return {Weight::mend, fmt::format("Un autre programme occupe le port {}.", config.port),
            fmt::format("ss -ltnp 'sport = :{}' dit lequel ; ou réglez un autre port.", config.port)};
  }
  return {Weight::watch, fmt::format("Préau n’est pas ouvert (rien ne répond sur le port {}).", config.port), "systemctl start preau"};
}

Finding address(const Config& config) {
  if (config.public_origin.starts_with("https://")) {
    return {Weight::well, fmt::format("L’adresse publique est {}. Son certificat n’est pas vérifié ici.", config.public_origin)};
  }
  return {Weight::watch,
          "Aucune adresse publique en https n’est réglée (public_origin) : les feuilles d’accès porteraient une adresse locale.",
          "Réglez public_origin = \"https://…\", l’adresse que les familles tapent."};
}

}  // namespace

std::vector<Finding> look_at_machine(const Config& config) { return {encryption(config), clock_finding(), port(config), address(config)}; }

}  // namespace app::cli
