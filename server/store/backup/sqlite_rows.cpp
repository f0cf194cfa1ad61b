#include "store/backup/sqlite_rows.h"

#include "store/rows.h"

namespace store::backup::sqlite {

namespace {

const Query copy_whole{"backup.copy_whole", "VACUUM INTO $1"};

/// Every first column of a statement without parameters.
std::vector<std::string> texts(Sqlite& sqlite, const std::string& sql) {
  const Query query{"backup.texts", sql.c_str(), true};
  std::vector<std::string> found;
  static constexpr auto column = columns_of<std::string>();
  auto* statement = sqlite.bound(query, {}, column);
  const Reset reset{statement};
  int code = 0;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    std::string text;
    SqliteRow{statement}.get(0, text);
    found.push_back(std::move(text));
  }
  if (code != SQLITE_DONE) sqlite.fail(query.name);
  return found;
}

std::int64_t rows_of(Sqlite& sqlite, const std::string& table) {
  return std::stoll(texts(sqlite, fmt::format(R"sql(SELECT count(*) FROM "{}")sql", table)).at(0));
}

}  // namespace

void lay_rows(const Options& options, const path& folder, Manifest& manifest) {
  const path saved = folder / saved_name;
  {
    // A copy without the free pages: what was erased is not in it.
    Sqlite source(options.path, Sqlite::Mode::read);
    const std::string name = saved.string();
    const Param in[] = {param(name)};
    auto* statement = source.bound(copy_whole, in, {});
    const Reset reset{statement};
    if (sqlite3_step(statement) != SQLITE_DONE) source.fail(copy_whole.name);
  }
  std::filesystem::permissions(saved, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  flush(saved);
  flush(folder);
  manifest.engine = "sqlite";
  Sqlite copied(saved, Sqlite::Mode::read);
  manifest.steps = texts(copied, "SELECT name FROM store_migration ORDER BY name");
  for (const auto& table : texts(copied, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
    manifest.tables.push_back({table, "", rows_of(copied, table)});
  }
  const Print print = print_of(saved);
  manifest.parts.push_back({saved_name, print.size_bytes, print.sha256});
}

std::vector<std::string> wrong_rows(const path& folder, const Manifest& manifest) {
  std::vector<std::string> wrong;
  Sqlite saved(folder / saved_name, Sqlite::Mode::read);
  if (texts(saved, "PRAGMA integrity_check") != std::vector<std::string>{"ok"}) wrong.push_back("rows.integrity");
  if (!texts(saved, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").empty()) wrong.push_back("rows.foreign_keys");
  for (const SavedTable& table : manifest.tables) {
    if (rows_of(saved, table.name) != table.rows) wrong.push_back("rows." + table.name);
  }
  return wrong;
}

std::vector<std::string> saved_keys(const path& folder, const Manifest&, std::string_view table, std::string_view column) {
  Sqlite saved(folder / saved_name, Sqlite::Mode::read);
  return texts(saved, fmt::format(R"sql(SELECT lower(hex("{}")) FROM "{}" WHERE "{}" IS NOT NULL)sql", column, table, column));
}

void take_rows(const Options& options, const path& folder) {
  keep_copy(folder / saved_name, options.path);
  Sqlite restored(options.path, Sqlite::Mode::write);  // back to a log ahead of the file
}

bool has_rows(const Options& options) { return std::filesystem::exists(options.path); }

}  // namespace store::backup::sqlite
