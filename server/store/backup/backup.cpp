#include "store/backup/backup.h"

#include <algorithm>
#include <set>

#include "base/crypto.h"

namespace store::backup {

namespace {

constexpr auto key_name = "keys";
constexpr auto files_name = "files";

/// Copies what is not there yet; what is still being written, or vanishes meanwhile, is not a file of anybody.
void copy_files(const path& from, const path& to, Manifest& manifest) {
  std::error_code none;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(from, none)) {
    if (!entry.is_regular_file(none) || entry.path().extension() == ".part") continue;
    const path within = std::filesystem::relative(entry.path(), from);
    const path target = to / files_name / within;
    if (std::filesystem::exists(target)) continue;
    make_folder(to / files_name);
    make_folder(target.parent_path());
    try {
      const Print print = keep_copy(entry.path(), target);
      manifest.parts.push_back({(files_name / within).string(), print.size_bytes, print.sha256});
    } catch (const Fault&) {
      if (std::filesystem::exists(entry.path())) throw;
      std::filesystem::remove(target);
    }
  }
}

void copy_key(const path& from, const path& to, Manifest& manifest) {
  const Print print = keep_copy(from, to / key_name);
  manifest.parts.push_back({key_name, print.size_bytes, print.sha256});
  manifest.with_key = true;
}

bool is_as_saved(const path& folder, const Part& part) {
  if (!std::filesystem::is_regular_file(folder / part.path)) return false;
  return print_of(folder / part.path) == Print{part.size_bytes, part.sha256};
}

/// Keys that the saved rows name, and that are not among the saved files.
std::vector<std::string> files_missing(const path& folder, const Manifest& manifest, std::span<const FileColumn> columns) {
  std::set<std::string> files;
  for (const Part& part : manifest.parts) files.insert(path(part.path).filename());
  std::vector<std::string> missing;
  for (const FileColumn& one : columns) {
    if (one.passing) continue;
    for (std::string& key : saved_keys(folder, manifest, one.table, one.column)) {
      if (!files.contains(key)) missing.push_back(std::move(key));
    }
  }
  return missing;
}

void forget_rows(const path& folder, Manifest& manifest) {
  const auto is_row = [](const Part& part) { return !path(part.path).string().starts_with(files_name); };
  for (const Part& part : manifest.parts) {
    if (is_row(part)) std::filesystem::remove(folder / part.path);
  }
  std::erase_if(manifest.parts, is_row);
  manifest.tables.clear();
}

}  // namespace

Result<Manifest> make(const Installation& installation, const path& folder, const Making& making) {
  if (std::filesystem::exists(folder)) return conflict("backup.folder_exists");
  if (!has_rows(installation.options)) return not_found("backup.no_database");
  const path half = folder.string() + ".part";
  std::filesystem::remove_all(half);
  std::filesystem::create_directories(half);
  std::filesystem::permissions(half, std::filesystem::perms::owner_all);
  Manifest manifest;
  manifest.made_at = making.now;
  copy_files(installation.files, half, manifest);
  constexpr int most_tries = 3;
  for (int tries = 1;; ++tries) {
    lay_rows(installation.options, half, manifest);
    copy_files(installation.files, half, manifest);
    if (tries == most_tries || files_missing(half, manifest, making.columns).empty()) break;
    forget_rows(half, manifest);
  }
  manifest.key_print = key_print_of(installation.key_file);
  if (making.with_key) copy_key(installation.key_file, half, manifest);
  write_manifest(half, manifest);
  std::filesystem::rename(half, folder);
  flush(std::filesystem::absolute(folder).parent_path());
  return manifest;
}

Result<std::vector<std::string>> wrong_in(const path& folder, std::span<const FileColumn> columns) {
  const Manifest manifest = TRY(read_manifest(folder));
  std::vector<std::string> wrong;
  for (const Part& part : manifest.parts) {
    if (!is_as_saved(folder, part)) wrong.push_back("part." + part.path);
  }
  if (!wrong.empty()) return wrong;
  wrong = wrong_rows(folder, manifest);
  for (const std::string& key : files_missing(folder, manifest, columns)) wrong.push_back("file." + key);
  return wrong;
}

std::string key_print_of(const path& key_file) {
  if (!std::filesystem::exists(key_file)) return {};
  SystemRandom random;
  const auto keys = crypto::KeyFile::open_or_make(key_file, random);
  if (!keys) return {};
  const auto derived = keys->derive(keys->newest(), "backup");
  return fmt::format("{}:{}", keys->newest(), crypto::hex(*derived).substr(0, 16));
}

bool key_fits(const path& key_file, std::string_view print) {
  if (!std::filesystem::exists(key_file)) return false;
  SystemRandom random;
  const auto keys = crypto::KeyFile::open_or_make(key_file, random);
  if (!keys) return false;
  const int version = std::atoi(std::string(print).c_str());
  const auto derived = keys->derive(version, "backup");
  return derived && print == fmt::format("{}:{}", version, crypto::hex(*derived).substr(0, 16));
}

}  // namespace store::backup
