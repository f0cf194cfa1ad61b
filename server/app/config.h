#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "uploads/settings.h"

namespace app {

/// What an installation says of itself: one TOML file, then PREAU_… variables, then flags; the later wins.
struct Config {
  std::string data = "var";           // folder of the database file, the key file, the files people sent
  std::string engine = "sqlite";      // or "postgres"
  std::string database;               // sqlite: a file, else <data>/preau.sqlite; postgres: a libpq connection string
  std::string schema = "public";      // postgres: the territory's schema
  std::string zone = "Europe/Paris";  // of the territory
  std::string web = "web/dist";       // what the web build made
  std::string address = "127.0.0.1";
  std::int64_t port = 8080;
  std::string public_origin;  // "https://preau.exemple.fr": printed on sheets; empty: http://localhost:<port>
  std::int64_t workers = 2;
  std::int64_t metrics_port = 0;         // of /metrics, on the loopback; 0: none
  std::int64_t school_megabytes = 1024;  // of files, of one school
  std::vector<std::string> trusted_proxies;
  std::string backups;     // folder whose youngest backup `doctor` looks at; empty: none is looked for
  std::string demo_clock;  // "2026-09-14T08:30", in `zone`: the demo's only

  std::string origin() const;
  std::string key_file() const { return data + "/keys"; }
  std::string files_folder() const { return data + "/files"; }
  uploads::Settings upload_settings(bool threads) const;
  store::Options store_options(bool threads) const;
};

/// One wrong line: where it was said ("preau.toml:3", "PREAU_PORT", "--port") and what to do.
struct ConfigProblem {
  std::string where;
  std::string what;
};

/// Reads file (may be empty: none), environment and flags ("port" → "8081"), and reports every problem at once.
std::vector<ConfigProblem> read_config(const std::string& path, const std::map<std::string, std::string>& environment,
                                       const std::map<std::string, std::string>& flags, Config&);

/// The PREAU_ variables of this process, by the name of their setting ("PREAU_PORT" → "port").
std::map<std::string, std::string> environment_of_process();

}  // namespace app
