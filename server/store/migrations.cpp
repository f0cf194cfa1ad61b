#include "store/migrations.h"

#include <set>

#include "store/rows.h"

namespace store {

namespace {

struct Word {
  std::string_view word;
  std::string_view sqlite;
  std::string_view postgres;
};

constexpr Word words[] = {
    {"{id}", "BLOB", "UUID"},       {"{instant}", "INTEGER", "BIGINT"}, {"{date}", "TEXT", "DATE"},
    {"{int}", "INTEGER", "BIGINT"}, {"{bool}", "INTEGER", "BOOLEAN"},   {"{text}", "TEXT", "TEXT"},
    {"{bytes}", "BLOB", "BYTEA"},   {"{json}", "TEXT", "TEXT"},         {"{table}", "STRICT, WITHOUT ROWID", ""},
};

const Query applied_steps{"store.applied_steps", "SELECT name FROM store_migration ORDER BY name"};
const Query remember_step{"store.remember_step", "INSERT INTO store_migration (name, applied_at) VALUES ($1, $2)"};

void make_ledger(Database& database) {
  database.script(
      spelled_for(database.engine(),
                  "CREATE TABLE IF NOT EXISTS store_migration (name {text} NOT NULL PRIMARY KEY, applied_at {instant} NOT NULL) {table}"));
}

std::set<std::string> applied(Database& database) {
  std::set<std::string> names;
  const Outcome outcome = database.read_now([&](Tx& tx) {
    names.clear();
    for (auto& name : all<std::string>(tx, applied_steps, {})) names.insert(std::move(name));
    return true;
  });
  if (outcome.end != End::committed) throw Fault(Cause::other, outcome.cause);
  return names;
}

std::string text_of(Engine engine, const Migration& step) {
  if (step.sql) return spelled_for(engine, step.sql);
  return spelled_for(engine, engine == Engine::sqlite ? step.sqlite_sql : step.postgres_sql);
}

void execute(Tx& tx, const std::string& sql) {
  if (tx.sqlite()) {
    tx.sqlite()->exec(sql.c_str());
  } else {
    tx.postgres()->exec(sql.c_str());
  }
}

std::vector<const Migration*> in_order(std::span<const Migration> steps) {
  std::vector<const Migration*> ordered;
  for (const Migration& step : steps) ordered.push_back(&step);
  std::sort(ordered.begin(), ordered.end(), [](auto* a, auto* b) { return std::string_view(a->name) < b->name; });
  return ordered;
}

}  // namespace

std::string spelled_for(Engine engine, const char* sql) {
  std::string out = sql;
  for (const Word& w : words) {
    const std::string_view with = engine == Engine::sqlite ? w.sqlite : w.postgres;
    for (auto at = out.find(w.word); at != out.npos; at = out.find(w.word, at + with.size())) out.replace(at, w.word.size(), with);
  }
  return out;
}

std::vector<std::string> migrate(Database& database, std::span<const Migration> steps) {
  make_ledger(database);
  const auto done = applied(database);
  std::set<std::string> known;
  for (const Migration& step : steps) known.insert(step.name);
  for (const auto& name : done) {
    if (!known.contains(name)) throw Fault(Cause::misuse, "the database is newer than this program: it knows " + name);
  }
  std::vector<std::string> ran;
  for (const Migration* step : in_order(steps)) {
    if (done.contains(step->name)) continue;
    const Outcome outcome = database.write_in_bulk([&](Tx& tx) {
      execute(tx, text_of(database.engine(), *step));
      const Param in[] = {param(std::string_view(step->name)), param(tx.now())};
      run(tx, remember_step, in);
      return true;
    });
    if (outcome.end != End::committed) throw Fault(Cause::other, std::string(step->name) + ": " + outcome.cause);
    ran.emplace_back(step->name);
  }
  return ran;
}

namespace {
Fit fit_of(const std::set<std::string>& done, std::span<const Migration> steps) {
  std::size_t known = 0;
  for (const Migration& step : steps) known += done.contains(step.name);
  if (known < done.size()) return Fit::newer;
  return known == steps.size() ? Fit::same : Fit::older;
}
}  // namespace

Fit schema_fit(Database& database, std::span<const Migration> steps) {
  make_ledger(database);
  return fit_of(applied(database), steps);
}

Fit schema_fit(Tx& tx, std::span<const Migration> steps) {
  std::set<std::string> done;
  for (auto& name : all<std::string>(tx, applied_steps, {})) done.insert(std::move(name));
  return fit_of(done, steps);
}

}  // namespace store
