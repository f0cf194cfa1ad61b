#pragma once
#include "store/backup/restore.h"

namespace store::backup {

/// The rows of a backup laid beside those of today, in the schema `preau_saved` of the same connection, brought to this program's
/// migrations; gone at the end of this object.
class Beside {
 public:
  static constexpr auto schema = "preau_saved";
  /// Throws Fault; Cause::busy when another process writes the SQLite file.
  Beside(const Installation&, const World&, const path& folder, const Manifest&, std::span<const Migration> known);
  ~Beside();
  Beside(const Beside&) = delete;

  /// Today's database, from which `preau_saved.<table>` can be read.
  Database& database() { return *database_; }

 private:
  Options saved_;
  std::unique_ptr<Database> database_;
};

}  // namespace store::backup
