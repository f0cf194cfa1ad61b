#include "store/backup/rows.h"

#include <algorithm>

#include "store/backup/postgres_rows.h"
#include "store/backup/sqlite_rows.h"

namespace store::backup {

void lay_rows(const Options& options, const path& folder, Manifest& manifest) {
  if (options.engine == Engine::sqlite) return sqlite::lay_rows(options, folder, manifest);
  postgres::lay_rows(options, folder, manifest);
}

std::vector<std::string> wrong_rows(const path& folder, const Manifest& manifest) {
  return manifest.engine == "sqlite" ? sqlite::wrong_rows(folder, manifest) : postgres::wrong_rows(folder, manifest);
}

std::vector<std::string> saved_keys(const path& folder, const Manifest& manifest, std::string_view table, std::string_view column) {
  if (std::ranges::none_of(manifest.tables, [&](const SavedTable& one) { return one.name == table; })) return {};  // an older schema
  return manifest.engine == "sqlite" ? sqlite::saved_keys(folder, manifest, table, column)
                                     : postgres::saved_keys(folder, manifest, table, column);
}

void take_rows(const Options& options, const World& world, const path& folder, const Manifest& manifest, std::span<const Migration> known) {
  if (options.engine == Engine::sqlite) return sqlite::take_rows(options, folder);
  postgres::take_rows(options, world, folder, manifest, known);
}

bool has_rows(const Options& options) { return options.engine == Engine::sqlite ? sqlite::has_rows(options) : postgres::has_rows(options); }

}  // namespace store::backup
