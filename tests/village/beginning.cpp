#include "village/beginning.h"

#include <fmt/format.h>
#include <unistd.h>
#include <cstdlib>

#include "base/date.h"
#include "store/open.h"
#include "store/postgres.h"

namespace {

constexpr std::string_view engine_variable = "PREAU_TEST_ENGINE";

std::string server_uri() {
  const char* uri = std::getenv("PREAU_TEST_POSTGRES");
  if (!uri) throw std::runtime_error("PREAU_TEST_POSTGRES is not set: run through tools/postgres.py or ./dev test");
  return uri;
}

/// The same server, another database: the last path segment of the URI is the database.
std::string uri_of(const std::string& database) {
  std::string uri = server_uri();
  const auto query = uri.find('?');
  const std::string rest = query == uri.npos ? "" : uri.substr(query);
  uri = uri.substr(0, query);
  return uri.substr(0, uri.rfind('/') + 1) + database + rest;
}

void on_server(const std::string& sql) {
  store::Postgres admin(server_uri(), "public");
  admin.exec(sql.c_str());
}

std::string own_name(const std::string& name) { return fmt::format("{}_{}", name, getpid()); }

std::string place_of(const std::string& name) {
  if (Beginning::on_postgres()) return own_name(name);
  return (std::filesystem::temp_directory_path() / (own_name(name) + ".sqlite")).string();
}

std::filesystem::path files_of(const std::string& name) { return std::filesystem::temp_directory_path() / (own_name(name) + "_files"); }

}  // namespace

bool Beginning::on_postgres() {
  const char* engine = std::getenv(engine_variable.data());
  return engine && std::string_view(engine) == "postgres";
}

const crypto::KeyFile& Beginning::keys() {
  static const crypto::KeyFile fixed = crypto::KeyFile::fixed(7);
  return fixed;
}

Beginning::Beginning(const std::string& name)
    : now(Zone::named("Europe/Paris").instant(date_of(2026, 9, 14), 8 * 60 + 30)), place_(place_of(name)), files_(files_of(name)) {
  if (on_postgres()) on_server("CREATE DATABASE " + place_ + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
}

Beginning::Beginning(const std::string& name, const Beginning& from, Where where)
    : now(from.now), seed(from.seed), place_(place_of(name)), files_(files_of(name)), in_memory_(where == Where::memory && !on_postgres()) {
  if (on_postgres()) {
    // files copied as they are: ten times quicker here than each page told to the log, and nothing of it must last
    on_server("CREATE DATABASE " + place_ + " TEMPLATE " + from.place_ + " STRATEGY FILE_COPY");
  } else if (in_memory_) {
    place_ = from.place_;
  } else {
    std::filesystem::copy_file(from.place_, place_, std::filesystem::copy_options::overwrite_existing);
  }
  if (std::filesystem::exists(from.files_)) std::filesystem::copy(from.files_, files_, std::filesystem::copy_options::recursive);
}

Beginning::~Beginning() {
  std::error_code ignored;
  std::filesystem::remove_all(files_, ignored);
  if (on_postgres()) {
    on_server("DROP DATABASE IF EXISTS " + place_ + " WITH (FORCE)");
  } else if (!in_memory_) {
    for (const char* ending : {"", ".lock", "-wal", "-shm"}) std::filesystem::remove(place_ + ending, ignored);
  }
}

std::unique_ptr<store::Database> Beginning::open(const store::World& world) const {
  if (in_memory_) return store::open_sqlite_copy(place_, world);
  store::Options options;
  options.threads = false;
  if (on_postgres()) {
    options.engine = store::Engine::postgres;
    options.uri = uri_of(place_);
  } else {
    options.path = place_;
  }
  return store::Database::open(options, world);
}
