#pragma once
#include <sqlite3.h>

#include <string>
#include <vector>

#include "base/clock.h"

/// Rows of any tables of one SQLite file, as values without a type of ours, and the prepared statements that write them.
/// Opened as Préau opens its own: WAL, synchronous=FULL, foreign keys on.
class RawRows {
 public:
  explicit RawRows(const std::string& file);
  ~RawRows();
  RawRows(const RawRows&) = delete;

  /// Keeps the rows that this file has and `before` has not.
  void find_new(const std::string& before);
  /// Keeps the rows that `after` has and this file has not.
  void find_new_of(const std::string& after);
  /// Writes the kept rows, in one transaction.
  void write();
  /// The same under fresh ids: an id made at `since` or later is replaced by one made now, the same for all rows of this call.
  void write_again(Millis since);
  std::size_t count() const;

 private:
  using Value = sqlite3_value*;
  struct Table {
    std::string name;
    sqlite3_stmt* insert = nullptr;
    int columns = 0;
    std::vector<Value> values;  // row after row
  };

  void run(const std::string& sql);
  sqlite3_stmt* prepared(const std::string& sql);
  std::vector<std::string> tables();
  void find(const std::string& other, const std::string& of, const std::string& without);
  template <class Bind>
  void write_all(Bind&&);

  sqlite3* db_ = nullptr;
  std::vector<Table> tables_;
  std::uint32_t copies_ = 0;
};
