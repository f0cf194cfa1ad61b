#pragma once
#include <span>

#include "store/backup/rows.h"

/// A backup is a folder: the rows of one instant, every file they name, perhaps the key file, and a manifest with the hash of each part.
/// It is made while the server runs, from another process.
namespace store::backup {

/// Where an installation keeps what must not be lost.
struct Installation {
  Options options;
  path files;     // of store/blobs
  path key_file;  // sealed columns and passwords are worth nothing without it
};

/// A column of a table that names a file of store/blobs.
struct FileColumn {
  std::string_view table;
  std::string_view column;
  /// Of something that is still being sent: such a file may go while a backup is made, and its row is dropped when it is restored.
  bool passing = false;
};

struct Making {
  Millis now = 0;
  std::span<const FileColumn> columns = {};
  bool with_key = false;
};

/// Makes the folder, which must not exist. A backup that dies half way leaves `<folder>.part`, which the next one removes.
///
/// Files are copied before the rows, and again after them: what was swept away meanwhile is there, and what came too. What came and went in
/// between is found by comparing, and the rows are then taken anew.
/// Errors: conflict — backup.folder_exists; not_found — backup.no_database. Throws Fault when a disk or a server refuses.
Result<Manifest> make(const Installation&, const path& folder, const Making&);

/// Reads everything again: nothing when the backup is whole, else what is not: "part.<path>" (absent or altered),
/// "rows.<table>" (not as many as were saved), "file.<key>" (a row names a file that is not there).
/// Errors: those of read_manifest
Result<std::vector<std::string>> wrong_in(const path& folder, std::span<const FileColumn>);

/// Tells one key file from another, without telling the key; empty when there is none.
std::string key_print_of(const path& key_file);
/// Whether a key file opens what was sealed when that print was taken: it may have newer keys beside.
bool key_fits(const path& key_file, std::string_view print);

}  // namespace store::backup
