#include "store/bulk.h"

#include "store/migrations.h"

namespace store {

namespace {

void execute(Tx& tx, const std::string& sql) {
  tx.count_statement();
  if (tx.sqlite()) {
    tx.sqlite()->exec(sql.c_str());
  } else {
    tx.postgres()->exec(sql.c_str());
  }
}

// A lock of the session, not of the transaction: an import is many transactions. The schema is the territory.
const Query take_lock{"store.take_lock", "SELECT pg_try_advisory_lock(hashtext(current_schema() || ':' || $1)) AS taken"};
const Query leave_lock{"store.leave_lock", "SELECT pg_advisory_unlock(hashtext(current_schema() || ':' || $1)) AS left_it"};

}  // namespace

void append_copied(std::string& line, std::int64_t v) { line += std::to_string(v); }
void append_copied(std::string& line, bool v) { line += v ? 't' : 'f'; }
void append_copied(std::string& line, Date v) { line += to_text(v); }
void append_copied(std::string& line, const Uuid& v) { append_text(line, v); }
void append_copied(std::string& line, std::string_view v) {
  for (const char c : v) {
    switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += c;
    }
  }
}

TemporaryTable::TemporaryTable(std::string name, std::vector<TemporaryColumn> columns)
    : name_(std::move(name)), columns_(std::move(columns)), insert_{name_.c_str(), nullptr} {
  std::string places;
  for (std::size_t i = 1; i <= columns_.size(); ++i) places += (i > 1 ? ", $" : "$") + std::to_string(i);
  insert_sql_ = fmt::format(R"sql(INSERT INTO {} VALUES ({}))sql", name_, places);
  insert_.sql = insert_sql_.c_str();
}

void TemporaryTable::make(Tx& tx) const {
  drop(tx);
  std::string columns;
  for (const TemporaryColumn& column : columns_) {
    columns += fmt::format("{}{} {}{}", columns.empty() ? "" : ", ", column.name, column.type, column.may_be_null ? "" : " NOT NULL");
  }
  const Engine engine = tx.sqlite() ? Engine::sqlite : Engine::postgres;
  execute(tx, spelled_for(engine, fmt::format("CREATE TEMPORARY TABLE {} ({}){}", name_, columns, tx.sqlite() ? " STRICT" : "").c_str()));
}

void TemporaryTable::drop(Tx& tx) const {
  // the schema is named, so that a permanent table of that name could never be meant
  execute(tx, fmt::format(R"sql(DROP TABLE IF EXISTS {}.{})sql", tx.sqlite() ? "temp" : "pg_temp", name_));
}

void TemporaryTable::index(Tx& tx, std::string_view columns) const {
  std::string index = name_ + "_" + std::string(columns);
  std::erase(index, ' ');
  std::replace(index.begin(), index.end(), ',', '_');
  execute(tx, fmt::format("CREATE INDEX {}{} ON {} ({})", tx.sqlite() ? "temp." : "", index, name_, columns));
}

void TemporaryTable::gather_statistics(Tx& tx) const { store::gather_statistics(tx, name_.c_str()); }

void gather_statistics(Tx& tx, const char* table) {
  if (tx.postgres()) execute(tx, std::string("ANALYZE ") + table);
}

void TemporaryTable::copy(Postgres& postgres, std::size_t count, const std::function<void(std::size_t, std::string&)>& line) const {
  postgres.copy_begin(fmt::format("COPY {} FROM STDIN", name_).c_str());
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text.clear();
    line(i, text);
    text += '\n';
    postgres.copy_line(text);
  }
  postgres.copy_end();
}

bool hold_alone(Tx& tx, std::string_view what) {
  if (tx.sqlite()) return true;
  const Param in[] = {param(what)};
  return find<bool>(tx, take_lock, in).value_or(false);
}

void let_go(Tx& tx, std::string_view what) {
  if (tx.sqlite()) return;
  const Param in[] = {param(what)};
  find<bool>(tx, leave_lock, in);
}

}  // namespace store
