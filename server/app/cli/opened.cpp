#include "app/cli/opened.h"

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/demo/demo.h"
#include "store/audit.h"

namespace app::cli {

Opened open_house(const Config& config, bool threads, std::string build, Outside outside) {
  auto house = House::open(config, threads, std::move(build), std::move(outside));
  if (house) return {std::move(*house), done};
  const std::string& code = house.error().code;
  if (code == "app.database_busy") {
    fmt::print(stderr, "Préau tourne déjà sur cette base. Arrêtez-le, puis recommencez.\n");
    return {nullptr, busy};
  }
  if (code == "app.demo_clock") {
    fmt::print(stderr, "demo_clock : il faut un moment comme 2026-09-14T08:30.\n");
    return {nullptr, usage};
  }
  if (code.starts_with("crypto.")) {
    fmt::print(stderr, "Le fichier de clés « {} » ne peut pas être lu, ou d’autres que vous peuvent le lire (chmod 600).\n",
               config.key_file());
    return {nullptr, refused};
  }
  fmt::print(stderr, "La base de données ne répond pas. Vérifiez le réglage database, et que le disque ou PostgreSQL sont là.\n");
  return {nullptr, refused};
}

bool is_demo(store::Database& database) {
  bool marked = false;
  database.read_now([&](Tx& tx) {
    marked = store::was_done(tx, demo::mark);
    return true;
  });
  return marked;
}

}  // namespace app::cli
