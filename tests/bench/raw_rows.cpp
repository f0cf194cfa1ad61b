#include "bench/raw_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/id.h"

namespace {

/// The instant at which a UUIDv7 was made.
Millis made_at(const unsigned char* id) {
  Millis at = 0;
  for (int i = 0; i < 6; ++i) at = at << 8 | id[i];
  return at;
}

/// The same id made now, `copy` times different.
Uuid again(const unsigned char* id, Millis now, std::uint32_t copy) {
  Uuid fresh;
  std::copy_n(id, fresh.bytes.size(), fresh.bytes.begin());
  for (int i = 5; i >= 0; --i, now >>= 8) fresh.bytes[std::size_t(i)] = static_cast<unsigned char>(now);
  for (std::size_t i = 15; i > 11; --i, copy >>= 8) fresh.bytes[i] ^= static_cast<unsigned char>(copy);
  return fresh;
}

}  // namespace

RawRows::RawRows(const std::string& file) {
  if (sqlite3_open_v2(file.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
    throw std::runtime_error(file + " cannot be opened");
  for (const char* one : {"foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "cache_size=-4000"})
    run(fmt::format("PRAGMA {}", one));
}

RawRows::~RawRows() {
  for (const Table& table : tables_) {
    sqlite3_finalize(table.insert);
    for (const Value value : table.values) sqlite3_value_free(value);
  }
  sqlite3_close(db_);
}

void RawRows::run(const std::string& sql) {
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sql + ": " + sqlite3_errmsg(db_));
}

sqlite3_stmt* RawRows::prepared(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(db_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sql + ": " + sqlite3_errmsg(db_));
  return statement;
}

std::vector<std::string> RawRows::tables() {
  std::vector<std::string> names;
  sqlite3_stmt* all = prepared("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
  while (sqlite3_step(all) == SQLITE_ROW) names.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(all, 0)));
  sqlite3_finalize(all);
  return names;
}

void RawRows::find_new(const std::string& before) { find(before, "main", "other"); }
void RawRows::find_new_of(const std::string& after) { find(after, "other", "main"); }

void RawRows::find(const std::string& other, const std::string& of, const std::string& without) {
  run(fmt::format("ATTACH '{}' AS other", other));
  for (const std::string& name : tables()) {
    sqlite3_stmt* rows = prepared(fmt::format("SELECT * FROM {}.{} EXCEPT SELECT * FROM {}.{}", of, name, without, name));
    Table table{.name = name, .columns = sqlite3_column_count(rows)};
    while (sqlite3_step(rows) == SQLITE_ROW) {
      for (int i = 0; i < table.columns; ++i) table.values.push_back(sqlite3_value_dup(sqlite3_column_value(rows, i)));
    }
    sqlite3_finalize(rows);
    if (table.values.empty()) continue;
    std::string places = "?";
    for (int i = 1; i < table.columns; ++i) places += ", ?";
    table.insert = prepared(fmt::format("INSERT OR REPLACE INTO main.{} VALUES ({})", name, places));
    tables_.push_back(std::move(table));
  }
  run("DETACH other");
}

std::size_t RawRows::count() const {
  std::size_t rows = 0;
  for (const Table& table : tables_) rows += table.values.size() / std::size_t(table.columns);
  return rows;
}

template <class Bind>
void RawRows::write_all(Bind&& bind) {
  run("BEGIN IMMEDIATE");
  run("PRAGMA defer_foreign_keys=ON");  // rows of one table may name each other
  for (const Table& table : tables_) {
    int place = 0;
    for (const Value value : table.values) {
      bind(table.insert, ++place, value);
      if (place < table.columns) continue;
      place = 0;
      if (sqlite3_step(table.insert) != SQLITE_DONE) throw std::runtime_error(table.name + ": " + sqlite3_errmsg(db_));
      sqlite3_reset(table.insert);
    }
  }
  run("COMMIT");
}

void RawRows::write() { write_all(sqlite3_bind_value); }

void RawRows::write_again(Millis since) {
  const Millis now = SystemClock().now();
  ++copies_;
  write_all([&](sqlite3_stmt* insert, int place, Value value) {
    const auto* id = static_cast<const unsigned char*>(sqlite3_value_blob(value));
    const bool made_since = sqlite3_value_type(value) == SQLITE_BLOB && sqlite3_value_bytes(value) == 16 && made_at(id) >= since;
    if (!made_since || made_at(id) > now) return sqlite3_bind_value(insert, place, value);
    const Uuid fresh = again(id, now, copies_);
    return sqlite3_bind_blob(insert, place, fresh.bytes.data(), int(fresh.bytes.size()), SQLITE_TRANSIENT);
  });
}
