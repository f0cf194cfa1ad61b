#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "store/database.h"

/// A database at rest, the files beside it, and the moment it stopped at: villages begin from one. Of this run of the tests alone, and
/// removed with it. The engine is PREAU_TEST_ENGINE's.
class Beginning {
 public:
  /// Empty, on the morning of the village.
  explicit Beginning(const std::string& name);
  /// As another one, which must outlive it, is now. In memory: SQLite's quick copy for one test; PostgreSQL has none.
  enum class Where { disk, memory };
  Beginning(const std::string& name, const Beginning& from, Where);
  ~Beginning();
  Beginning(const Beginning&) = delete;

  /// On disk, what is written there is there for those that begin later.
  std::unique_ptr<store::Database> open(const store::World&) const;
  const std::string& place() const { return place_; }  // a path, or the name of a database
  const std::filesystem::path& files() const { return files_; }

  Millis now;
  std::uint64_t seed = 1;  // of what is drawn by chance from here on: no id is drawn twice

  static bool on_postgres();
  /// The keys of every village.
  static const crypto::KeyFile& keys();

 private:
  std::string place_;
  std::filesystem::path files_;
  bool in_memory_ = false;  // then the place is that of whom it copies
};
