#include "store/backup/postgres_rows.h"

#include <algorithm>

#include "store/backup/references.h"
#include "store/rows.h"

namespace store::backup::postgres {

namespace {

struct Named {
  std::string name;
  std::string columns;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name, columns))

const Query every_table{"backup.tables",
                        "SELECT c.relname::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns "
                        "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
                        "AND a.attgenerated = '' WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' "
                        "GROUP BY c.relname ORDER BY c.relname"};
const Query every_step{"backup.steps", "SELECT name FROM store_migration ORDER BY name"};

std::string file_of(const std::string& table) { return "rows/" + table + ".copy"; }

template <class T>
std::vector<T> all_of(Postgres& postgres, const Query& query) {
  const auto rows = postgres.execute(query, {}, column_names<T>);
  std::vector<T> found;
  for (int i = 0; i < PQntuples(rows.result); ++i) fill(PostgresRow{rows.result, i}, found.emplace_back());
  return found;
}

/// The migrations that the backup's schema stands at; throws when this program does not know one of them.
std::vector<Migration> steps_of(const Manifest& manifest, std::span<const Migration> known) {
  std::vector<Migration> steps;
  for (const std::string& name : manifest.steps) {
    const auto step = std::ranges::find_if(known, [&](const Migration& one) { return one.name == name; });
    if (step == known.end()) throw Fault(Cause::misuse, "backup: made by a later release");
    steps.push_back(*step);
  }
  return steps;
}

std::size_t place_of(std::string_view columns, std::string_view column) {
  std::size_t place = 0;
  for (std::size_t at = 0; at < columns.size(); ++place) {
    const auto end = std::min(columns.find(", ", at), columns.size());
    if (columns.substr(at, end - at) == column) return place;
    at = end + 2;
  }
  throw Fault(Cause::misuse, "backup: no such column");
}

/// One field of a line of COPY's text format; ids need no unescaping.
std::string field_of(std::string_view line, std::size_t place) {
  for (; place > 0; --place) line.remove_prefix(line.find('\t') + 1);
  return std::string(line.substr(0, line.find('\t')));
}

}  // namespace

void lay_rows(const Options& options, const path& folder, Manifest& manifest) {
  Postgres postgres(options.uri, options.schema);
  postgres.exec("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  manifest.engine = "postgres";
  manifest.steps = all_of<std::string>(postgres, every_step);
  make_folder(folder / "rows");
  for (const Named& table : all_of<Named>(postgres, every_table)) {
    SavedTable saved{table.name, table.columns, 0};
    Written file(folder / file_of(table.name));
    postgres.copy_out(fmt::format("COPY {} ({}) TO STDOUT", table.name, table.columns).c_str(), [&](std::string_view line) {
      file.append(line);
      ++saved.rows;
    });
    const Print print = file.close();
    manifest.parts.push_back({file_of(table.name), print.size_bytes, print.sha256});
    manifest.tables.push_back(std::move(saved));
  }
  postgres.exec("COMMIT");
}

std::vector<std::string> wrong_rows(const path& folder, const Manifest& manifest) {
  std::vector<std::string> wrong;
  for (const SavedTable& table : manifest.tables) {
    std::int64_t lines = 0;  // a line break inside a value is written as \n
    read_pieces(folder / file_of(table.name), [&](std::string_view piece) { lines += std::ranges::count(piece, '\n'); });
    if (lines != table.rows) wrong.push_back("rows." + table.name);
  }
  return wrong;
}

std::vector<std::string> saved_keys(const path& folder, const Manifest& manifest, std::string_view table, std::string_view column) {
  const auto saved = std::ranges::find_if(manifest.tables, [&](const SavedTable& one) { return one.name == table; });
  std::vector<std::string> keys;
  const auto place = place_of(saved->columns, column);
  std::string line;
  read_pieces(folder / file_of(saved->name), [&](std::string_view piece) {
    for (const char c : piece) {
      if (c != '\n') {
        line += c;
        continue;
      }
      std::string key = field_of(line, place);
      std::erase(key, '-');
      if (key != "\\N") keys.push_back(std::move(key));
      line.clear();
    }
  });
  return keys;
}

void take_rows(const Options& options, const World& world, const path& folder, const Manifest& manifest, std::span<const Migration> known) {
  const auto steps = steps_of(manifest, known);
  {
    Postgres postgres(options.uri, "public");
    postgres.exec(fmt::format("CREATE SCHEMA IF NOT EXISTS {}", options.schema).c_str());
  }
  if (has_rows(options)) throw Fault(Cause::misuse, "backup: there are tables already");
  Options alone = options;
  alone.threads = false;
  const auto database = Database::open(alone, world);
  migrate(*database, steps);
  const Outcome outcome = database->write_in_bulk([&](Tx& tx) {
    std::map<std::string, std::string> columns;
    std::string names;
    for (const SavedTable& table : manifest.tables) {
      columns[table.name] = table.columns;
      names += (names.empty() ? "" : ", ") + table.name;
    }
    Postgres& postgres = *tx.postgres();
    postgres.exec(("TRUNCATE " + names).c_str());  // the ledger of migrations, and what a migration wrote
    for (const std::string& table : in_order(tx)) {
      if (!columns.contains(table)) continue;
      postgres.copy_begin(fmt::format("COPY {} ({}) FROM STDIN", table, columns[table]).c_str());
      read_pieces(folder / file_of(table), [&](std::string_view piece) { postgres.copy_line(piece); });
      postgres.copy_end();
    }
    return true;
  });
  if (outcome.end != End::committed) throw Fault(outcome.end == End::full ? Cause::full : Cause::other, outcome.cause);
  database->script("ANALYZE");
}

bool has_rows(const Options& options) {
  Postgres postgres(options.uri, options.schema);
  return !all_of<Named>(postgres, every_table).empty();
}

}  // namespace store::backup::postgres
