#include "store/backup/manifest.h"

#include "base/json.h"

namespace store::backup {

void write_manifest(const path& folder, const Manifest& manifest) {
  Written written(folder / manifest_name);
  written.append(json::to_json(manifest));
  written.append("\n");
  written.close();
}

Result<Manifest> read_manifest(const path& folder) {
  if (!std::filesystem::exists(folder / manifest_name)) return not_found("backup.no_manifest");
  json::Problems problems;
  Manifest manifest;
  if (const auto value = json::parse(read_whole(folder / manifest_name), problems)) json::read(*value, manifest, nullptr, problems);
  if (!problems.empty() || manifest.format != Manifest{}.format) return invalid("backup.bad_manifest");
  return manifest;
}

}  // namespace store::backup
