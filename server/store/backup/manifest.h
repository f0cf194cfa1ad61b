#pragma once
#include <boost/describe.hpp>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/backup/disk.h"

namespace store::backup {

/// One file of a backup.
struct Part {
  std::string path;  // from the backup's folder: "database.sqlite", "files/3f/3f…"
  std::int64_t size_bytes = 0;
  std::string sha256;
  bool operator==(const Part&) const = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (path, size_bytes, sha256))

struct SavedTable {
  std::string name;
  std::string columns;  // PostgreSQL: "id, kind", in the order of the saved rows
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(SavedTable, (), (name, columns, rows))

/// What a backup says of itself; written last, so that a folder that has one is whole.
struct Manifest {
  std::int64_t format = 1;
  Millis made_at = 0;
  std::string engine;              // "sqlite", "postgres"
  std::vector<std::string> steps;  // the migrations its schema stands at
  std::vector<SavedTable> tables;
  std::vector<Part> parts;
  bool with_key = false;
  std::string key_print;  // tells whether a key file is the one that this installation sealed with
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (format, made_at, engine, steps, tables, parts, with_key, key_print))

inline constexpr auto manifest_name = "manifest.json";

void write_manifest(const path& folder, const Manifest&);
/// Errors: not_found — backup.no_manifest; invalid — backup.bad_manifest (damaged, or of a later release)
Result<Manifest> read_manifest(const path& folder);

}  // namespace store::backup
