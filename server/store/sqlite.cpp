#include "store/sqlite.h"

#include <cstdlib>

#include "base/log.h"

namespace store {

namespace {

Cause cause_of(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      return Cause::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return Cause::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
      return Cause::not_null;
    case SQLITE_CONSTRAINT_CHECK:
      return Cause::check;
    default:
      break;
  }
  if (extended == SQLITE_IOERR_SHMSIZE) return Cause::full;  // no room for the index of the log: nothing was written yet
  switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Cause::busy;
    case SQLITE_FULL:
      return Cause::full;
    case SQLITE_IOERR:
      return Cause::io;
    default:
      return Cause::other;
  }
}

void bind(sqlite3_stmt* s, int i, const Param& p) {
  if (p.null) {
    sqlite3_bind_null(s, i);
    return;
  }
  switch (p.type) {
    case Param::Type::integer:
    case Param::Type::boolean:
      sqlite3_bind_int64(s, i, p.number);
      break;
    case Param::Type::text:
      sqlite3_bind_text(s, i, static_cast<const char*>(p.at), int(p.size), SQLITE_STATIC);
      break;
    case Param::Type::bytes:
    case Param::Type::id:
      sqlite3_bind_blob(s, i, p.at, int(p.size), SQLITE_STATIC);
      break;
    case Param::Type::date: {
      const std::string day = to_text(Date{std::int32_t(p.number)});
      sqlite3_bind_text(s, i, day.data(), int(day.size()), SQLITE_TRANSIENT);
      break;
    }
    case Param::Type::ids:
      break;  // spelled out before
  }
}

/// Brings the log back into the file once it is long. SQLite's own hook would forget an error of the disk here.
int check_point(void*, sqlite3* db, const char* name, int pages) {
  constexpr int long_enough = 1000;
  if (pages < long_enough) return SQLITE_OK;
  const int code = sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if ((code & 0xff) == SQLITE_IOERR) disk_failed(code);
  return SQLITE_OK;
}

/// What SQLite must be told before its first connection, once for the program.
bool settle() {
  // Each temporary table of a query would begin with room for twenty pages, cleared by the kernel and given back at its end: pages are
  // taken one by one instead.
  sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0);
  // Nobody asks how much memory it holds, and counting it takes a lock that all threads share.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  return sqlite3_initialize() == SQLITE_OK;
}

}  // namespace

void disk_failed(int code) {
  logs::error("store.disk_failed", logs::number("engine_code", code));
  std::abort();
}

Sqlite::Sqlite(const std::string& path, Mode mode) {
  static const bool settled = settle();
  if (!settled) throw Fault(Cause::other, "SQLite does not start");
  const int flags = (mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
    const std::string what = std::string("cannot open the database: ") + sqlite3_errmsg(db_);
    sqlite3_close(db_);
    throw Fault(Cause::other, what);
  }
  sqlite3_busy_timeout(db_, 5000);
  // The plan of a statement depends on its text alone: a bound LIKE would have it compiled anew at each use.
  sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  const auto set = [this](const char* pragma) {
    if (sqlite3_exec(db_, pragma, nullptr, nullptr, nullptr) == SQLITE_OK) return;
    const Fault fault(cause_of(sqlite3_extended_errcode(db_)), fmt::format("{}: sqlite {}", pragma, sqlite3_extended_errcode(db_)));
    sqlite3_close(db_);
    throw fault;
  };
  set("PRAGMA foreign_keys=ON");
  if (mode == Mode::write) {
    set("PRAGMA journal_mode=WAL");
    set("PRAGMA synchronous=FULL");
    sqlite3_wal_hook(db_, check_point, nullptr);
  }
  set("PRAGMA cache_size=-4000");
  set("PRAGMA temp_store=FILE");
}

Sqlite::~Sqlite() {
  for (auto& [query, statement] : plain_) sqlite3_finalize(statement);
  for (auto& [key, statement] : spelled_) sqlite3_finalize(statement);
  sqlite3_close(db_);
}

void Sqlite::exec(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(std::string(sql).substr(0, 60).c_str());
}

void Sqlite::fail(const char* query) const {
  const int code = sqlite3_extended_errcode(db_);
  const bool writes = sqlite3_db_readonly(db_, "main") == 0;
  // At once, before anything is run again: a flush that failed may succeed the next time without having kept the pages.
  if (cause_of(code) == Cause::io && writes) disk_failed(code);
  // a constraint's message names table and column; other messages could quote a value
  const bool named = (code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_ERROR;
  throw Fault(cause_of(code), fmt::format("{}: sqlite {}{}{}", query, code, named ? " " : "", named ? sqlite3_errmsg(db_) : ""));
}

sqlite3_stmt* Sqlite::prepared(const char* name, const char* sql, std::span<const std::string_view> columns) {
  sqlite3_stmt* s = nullptr;
  if (sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, nullptr) != SQLITE_OK) fail(name);
  bool right = sqlite3_column_count(s) == int(columns.size());
  for (int i = 0; right && i < int(columns.size()); ++i) {
    right = columns[std::size_t(i)].empty() || columns[std::size_t(i)] == sqlite3_column_name(s, i);
  }
  if (!right) {
    sqlite3_finalize(s);
    throw Fault(Cause::misuse, std::string(name) + ": the columns are not the members of its out type");
  }
  return s;
}

sqlite3_stmt* Sqlite::bound(const Query& query, std::span<const Param> in, std::span<const std::string_view> columns) {
  sqlite3_stmt* s = nullptr;
  if (!query.has_lists) {
    auto& kept = plain_[&query];
    if (!kept) kept = prepared(query.name, query.sql, columns);
    s = kept;
    for (std::size_t i = 0; i < in.size(); ++i) bind(s, int(i) + 1, in[i]);
    return s;
  }
  const Spelled spelled = spell(query, in);
  auto& kept = spelled_[spelled.sql];
  if (!kept) kept = prepared(query.name, spelled.sql.c_str(), columns);
  for (std::size_t i = 0; i < spelled.params.size(); ++i) bind(kept, int(i) + 1, spelled.params[i]);
  return kept;
}

void Sqlite::prepare(const Query& query, std::span<const Param> in, std::span<const std::string_view> columns) {
  sqlite3_reset(bound(query, in, columns));
}

void Sqlite::step(const Query& query) {
  sqlite3_stmt* statement = bound(query, {}, {});
  const Reset reset{statement};
  if (sqlite3_step(statement) != SQLITE_DONE) fail(query.name);
}

void Sqlite::abandon() {
  for (sqlite3_stmt* one = sqlite3_next_stmt(db_, nullptr); one; one = sqlite3_next_stmt(db_, one)) {
    if (sqlite3_stmt_busy(one)) sqlite3_reset(one);
  }
  // SQLite has already dropped the transaction by itself when the disk was full
  if (in_transaction()) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Sqlite::copy_from(Sqlite& other) {
  sqlite3_backup* copy = sqlite3_backup_init(db_, "main", other.db_, "main");
  if (!copy) fail("copy");
  sqlite3_backup_step(copy, -1);
  if (sqlite3_backup_finish(copy) != SQLITE_OK) fail("copy");
}

void wrong_column(int column, const char* what) { throw Fault(Cause::misuse, "column " + std::to_string(column) + ": " + what); }

}  // namespace store
