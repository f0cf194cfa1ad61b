#include "store/backup/beside.h"

namespace store::backup {

namespace {

Options alone(Options options) {
  options.threads = false;
  return options;
}

void clear(const Options& saved) {
  if (saved.engine == Engine::sqlite) {
    for (const char* suffix : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(saved.path + suffix);
    return;
  }
  Postgres postgres(saved.uri, "public");
  postgres.exec(fmt::format("DROP SCHEMA IF EXISTS {} CASCADE", saved.schema).c_str());
}

}  // namespace

Beside::Beside(const Installation& installation, const World& world, const path& folder, const Manifest& manifest,
               std::span<const Migration> known)
    : saved_(alone(installation.options)) {
  database_ = Database::open(alone(installation.options), world);
  saved_.path += ".saved";
  saved_.schema = schema;
  clear(saved_);
  take_rows(saved_, world, folder, manifest, known);
  migrate(*Database::open(saved_, world), known);
  if (saved_.engine != Engine::sqlite) return;
  std::string quoted;
  for (const char c : saved_.path) quoted += c == '\'' ? "''" : std::string(1, c);
  database_->script(fmt::format("ATTACH DATABASE '{}' AS {}", quoted, schema));
}

Beside::~Beside() {
  database_.reset();
  try {
    clear(saved_);
  } catch (const store::Fault&) {
    // the next one begins by clearing it
  }
}

}  // namespace store::backup
