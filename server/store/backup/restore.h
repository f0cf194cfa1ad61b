#pragma once
#include "store/backup/backup.h"

namespace store::backup {

enum class Key { none, put_back, fits, other };

struct Restored {
  Manifest manifest;
  Key key = Key::none;    // none: neither in the backup nor here
  std::string put_aside;  // where what was there before is now; empty when nothing was
};

struct Restoring {
  bool replace = false;  // what is there is put aside under another name, never deleted
  Millis now = 0;
  std::span<const Migration> known;
  std::span<const FileColumn> columns;
};

/// Puts a whole backup where there is no installation. Everything of it is read and compared first; the rows come last, so that there is
/// no database before its files are there. The schema is the backup's: `preau migrate` brings it to this program's.
///
/// Errors: those of wrong_in; invalid — backup.other_engine, backup.damaged (one field a wrong thing);
///         conflict — backup.not_empty; busy — backup.running. Throws Fault when a disk or a server refuses.
Result<Restored> restore(const Installation&, const World&, const path& folder, const Restoring&);

/// The checks before any restoration: whole, of this engine, and not of a later release.
Result<Manifest> trusted(const path& folder, Engine, const Restoring&);

/// Drops the rows whose passing file is not there: it is sent anew.
void drop_without_file(Tx&, const path& files, std::span<const FileColumn>);

/// Copies the files of the backup that are not here; `wanted`: of those keys only.
void take_files(const path& folder, const Manifest&, const path& files, const std::vector<std::string>* wanted = nullptr);

}  // namespace store::backup
