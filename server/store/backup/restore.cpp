#include "store/backup/restore.h"

#include <algorithm>

#include "store/backup/references.h"
#include "store/rows.h"
#include "store/sqlite_lock.h"

namespace store::backup {

namespace {

Key take_key(const path& folder, const Manifest& manifest, const path& key_file) {
  if (std::filesystem::exists(key_file)) return key_fits(key_file, manifest.key_print) ? Key::fits : Key::other;
  if (!manifest.with_key) return Key::none;
  keep_copy(folder / "keys", key_file);
  return Key::put_back;
}

/// Gives what stands here another name; returns it.
std::string put_aside(const Installation& installation, const std::string& ending) {
  if (std::filesystem::exists(installation.files)) {
    std::filesystem::rename(installation.files, installation.files.string() + ending);
  }
  const Options& options = installation.options;
  if (options.engine == Engine::sqlite) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
      const path from = options.path + suffix;
      if (std::filesystem::exists(from)) std::filesystem::rename(from, options.path + ending + suffix);
    }
    return options.path + ending;
  }
  std::string aside = options.schema + ending;
  std::ranges::replace_if(aside, [](char c) { return c == '-' || c == '.'; }, '_');
  Postgres postgres(options.uri, options.schema);
  postgres.exec(fmt::format("ALTER SCHEMA {} RENAME TO {}", options.schema, aside).c_str());
  return aside;
}

bool stands_here(const Installation& installation) {
  std::error_code none;
  const bool files = std::filesystem::exists(installation.files) && !std::filesystem::is_empty(installation.files, none);
  return files || has_rows(installation.options);
}

}  // namespace

Result<Manifest> trusted(const path& folder, Engine engine, const Restoring& restoring) {
  Manifest manifest = TRY(read_manifest(folder));
  if (manifest.engine != (engine == Engine::sqlite ? "sqlite" : "postgres")) return invalid("backup.other_engine");
  for (const std::string& step : manifest.steps) {
    if (std::ranges::none_of(restoring.known, [&](const Migration& one) { return one.name == step; })) return invalid("backup.newer");
  }
  const auto wrong = TRY(wrong_in(folder, restoring.columns));
  if (wrong.empty()) return manifest;
  Error damaged{::Fault::invalid, "backup.damaged"};
  for (const std::string& one : wrong) damaged.fields.push_back({one, "backup.damaged"});
  return std::unexpected(std::move(damaged));
}

void take_files(const path& folder, const Manifest& manifest, const path& files, const std::vector<std::string>* wanted) {
  for (const Part& part : manifest.parts) {
    if (!part.path.starts_with("files/")) continue;
    const path target = files / part.path.substr(6);
    if (std::filesystem::exists(target)) continue;
    if (wanted && !std::ranges::binary_search(*wanted, target.filename().string())) continue;
    make_folder(files);
    make_folder(target.parent_path());
    keep_copy(folder / part.path, target);
  }
}

void drop_without_file(Tx& tx, const path& files, std::span<const FileColumn> file_columns) {
  for (const FileColumn& one : file_columns) {
    if (!one.passing || columns(tx, std::string(one.table)).empty()) continue;  // an older schema has no such table
    const std::string ask = fmt::format(R"sql(SELECT {0} FROM {1} WHERE {0} IS NOT NULL)sql", one.column, one.table);
    const std::string drop = fmt::format(R"sql(DELETE FROM {} WHERE {} = $1)sql", one.table, one.column);
    const Query every{"backup.passing_files", ask.c_str(), true};
    const Query gone{"backup.drop_passing", drop.c_str(), true};
    for (const Uuid& key : all<Uuid>(tx, every, {})) {
      const std::string name = crypto::hex(key.bytes);
      if (std::filesystem::exists(files / name.substr(0, 2) / name)) continue;
      const Param in[] = {param(key)};
      run(tx, gone, in);
    }
  }
}

Result<Restored> restore(const Installation& installation, const World& world, const path& folder, const Restoring& restoring) {
  Manifest manifest = TRY(trusted(folder, installation.options.engine, restoring));
  Restored restored{.manifest = std::move(manifest)};
  std::optional<SqliteLock> lock;
  if (installation.options.engine == Engine::sqlite) {
    std::filesystem::create_directories(path(installation.options.path).parent_path());
    try {
      lock.emplace(installation.options.path);
    } catch (const store::Fault&) {
      return busy("backup.running", 0);
    }
  }
  std::filesystem::create_directories(installation.key_file.parent_path());
  if (stands_here(installation)) {
    if (!restoring.replace) return conflict("backup.not_empty");
    restored.put_aside = put_aside(installation, fmt::format("-before-{}", restoring.now / 1000));
  }
  take_files(folder, restored.manifest, installation.files);
  restored.key = take_key(folder, restored.manifest, installation.key_file);
  take_rows(installation.options, world, folder, restored.manifest, restoring.known);
  lock.reset();
  Options alone = installation.options;
  alone.threads = false;
  const Outcome outcome = Database::open(alone, world)->write_in_bulk([&](Tx& tx) {
    drop_without_file(tx, installation.files, restoring.columns);
    return true;
  });
  if (outcome.end != End::committed) throw store::Fault(Cause::other, outcome.cause);
  return restored;
}

}  // namespace store::backup
