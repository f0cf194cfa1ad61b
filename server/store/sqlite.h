#pragma once
#include <sqlite3.h>

#include <cstring>
#include <unordered_map>

#include "store/fault.h"
#include "store/query.h"

namespace store {

/// One connection to one SQLite file, used by one thread at a time.
class Sqlite {
 public:
  enum class Mode { read, write };
  /// WAL, synchronous=FULL, foreign keys on; `path` may be ":memory:".
  Sqlite(const std::string& path, Mode);
  ~Sqlite();
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  void exec(const char* sql);
  /// Prepared once for each query and set of list sizes, bound, ready to step. `columns` are checked when it is prepared.
  sqlite3_stmt* bound(const Query&, std::span<const Param>, std::span<const std::string_view> columns);
  void prepare(const Query&, std::span<const Param>, std::span<const std::string_view> columns);
  [[noreturn]] void fail(const char* query) const;
  bool in_transaction() const { return !sqlite3_get_autocommit(db_); }
  /// Runs a statement without parameters or rows, kept prepared ("COMMIT").
  void step(const Query&);
  /// Rolls back whatever is open. A statement that was left unreset is reset first: it would fail the next transaction, too.
  void abandon();
  std::int64_t changes() const { return sqlite3_changes64(db_); }
  /// Replaces the whole content by a copy of `other`'s (tests start from such a copy).
  void copy_from(Sqlite& other);
  sqlite3* handle() const { return db_; }

 private:
  sqlite3_stmt* prepared(const char* name, const char* sql, std::span<const std::string_view> columns);
  sqlite3* db_ = nullptr;
  std::unordered_map<const Query*, sqlite3_stmt*> plain_;
  std::unordered_map<std::string, sqlite3_stmt*> spelled_;
};

/// Ends the process: a disk that refused to keep a write may lie about the next one, and nothing may be acknowledged after it.
[[noreturn]] void disk_failed(int code);

/// Resets a statement when its use ends, whatever happens: an unreset one would hold a snapshot.
struct Reset {
  sqlite3_stmt* statement;
  ~Reset() { sqlite3_reset(statement); }
};

[[noreturn]] void wrong_column(int column, const char* what);

/// The row a statement stands on.
struct SqliteRow {
  sqlite3_stmt* s;
  bool null(int i) const { return sqlite3_column_type(s, i) == SQLITE_NULL; }
  void get(int i, std::int64_t& v) const { v = sqlite3_column_int64(s, i); }
  void get(int i, bool& v) const { v = sqlite3_column_int(s, i) != 0; }
  void get(int i, double& v) const { v = sqlite3_column_double(s, i); }
  void get(int i, std::string& v) const {
    const auto* at = reinterpret_cast<const char*>(sqlite3_column_text(s, i));
    if (!at) wrong_column(i, "null");
    v.assign(at, std::size_t(sqlite3_column_bytes(s, i)));
  }
  void get(int i, std::vector<unsigned char>& v) const {
    const auto* at = static_cast<const unsigned char*>(sqlite3_column_blob(s, i));
    v.assign(at, at + sqlite3_column_bytes(s, i));
  }
  void get(int i, Uuid& v) const {
    const void* at = sqlite3_column_blob(s, i);
    if (sqlite3_column_bytes(s, i) != 16) wrong_column(i, "not 16 bytes");
    std::memcpy(v.bytes.data(), at, 16);
  }
  void get(int i, Date& v) const {
    const auto* at = reinterpret_cast<const char*>(sqlite3_column_text(s, i));
    if (!at || !parse_date(std::string_view(at, std::size_t(sqlite3_column_bytes(s, i))), v)) wrong_column(i, "not a date");
  }
};

}  // namespace store
