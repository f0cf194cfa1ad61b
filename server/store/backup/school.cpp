#include "store/backup/school.h"

#include <algorithm>

#include "store/backup/references.h"
#include "store/rows.h"

namespace store::backup {

namespace {

constexpr auto saved = Beside::schema;

/// The condition with its tables named where the rows are read.
std::string read_in(std::string_view condition, const char* schema) {
  std::string out;
  for (const char c : condition) {
    if (c == '}') continue;
    out += c == '{' ? (schema ? std::string(schema) + "." : std::string()) : std::string(1, c);
  }
  return out;
}

/// One table, as its statements need it.
struct Table {
  std::string name;
  Belonging belonging;
  std::vector<Column> columns;

  std::string list() const {
    std::string names;
    for (const Column& one : columns) names += (names.empty() ? "" : ", ") + one.name;
    return names;
  }
  /// "s.note = x.note AND s.version = x.version"
  std::string same_key(std::string_view one, std::string_view other) const {
    std::string same;
    for (const Column& c : columns) {
      if (c.in_key) same += fmt::format("{}{}.{} = {}.{}", same.empty() ? "" : " AND ", one, c.name, other, c.name);
    }
    return same;
  }
  /// "id = excluded.id" of what is not in the key, and "t.a IS DISTINCT FROM excluded.a OR …"
  std::string on_conflict() const {
    std::string key;
    std::string set;
    std::string differs;
    for (const Column& c : columns) {
      if (c.in_key) {
        key += (key.empty() ? "" : ", ") + c.name;
        continue;
      }
      set += fmt::format("{}{} = excluded.{}", set.empty() ? "" : ", ", c.name, c.name);
      differs += fmt::format("{}{}.{} IS DISTINCT FROM excluded.{}", differs.empty() ? "" : " OR ", name, c.name, c.name);
    }
    if (set.empty()) return fmt::format("ON CONFLICT ({}) DO NOTHING", key);
    return fmt::format("ON CONFLICT ({}) DO UPDATE SET {} WHERE {}", key, set, differs);
  }
};

std::int64_t run_for(Tx& tx, const Uuid& school, const std::string& sql) {
  const Query query{"backup.restore_school", sql.c_str(), true};  // kept by its text, which differs for each table
  const Param in[] = {param(school)};
  return run(tx, query, in);
}

std::int64_t remove_newer(Tx& tx, const Uuid& school, const Table& t) {
  return run_for(tx, school,
                 fmt::format(R"sql(DELETE FROM {0} WHERE ({1}) AND NOT EXISTS (SELECT 1 FROM {2}.{0} s WHERE {3}))sql", t.name,
                             read_in(t.belonging.own, nullptr), saved, t.same_key("s", t.name)));
}

std::int64_t write_own(Tx& tx, const Uuid& school, const Table& t) {
  // A row that is another school's today stays theirs.
  return run_for(
      tx, school,
      fmt::format(
          R"sql(INSERT INTO {0} ({1}) SELECT {1} FROM {2}.{0} AS s WHERE ({3}) AND NOT EXISTS (SELECT 1 FROM {0} x WHERE {4} AND NOT ({5})) {6})sql",
          t.name, t.list(), saved, read_in(t.belonging.own, saved), t.same_key("x", "s"), read_in(t.belonging.own, nullptr),
          t.on_conflict()));
}

std::int64_t put_back(Tx& tx, const Uuid& school, const Table& t, const std::string& condition) {
  return run_for(
      tx, school,
      fmt::format(R"sql(INSERT INTO {0} ({1}) SELECT {1} FROM {2}.{0} AS s WHERE ({3}) AND NOT EXISTS (SELECT 1 FROM {0} x WHERE {4}))sql",
                  t.name, t.list(), saved, condition, t.same_key("x", "s")));
}

/// For a table whose rows come back when they are needed: the conditions under which another table's rows need one.
std::vector<std::string> needs(const std::map<std::string, Table>& tables, const std::vector<Reference>& all, const std::string& target) {
  std::vector<std::string> found;
  for (const Reference& one : all) {
    if (one.target != target || !tables.contains(one.name)) continue;
    const Belonging& by = tables.at(one.name).belonging;
    for (const std::string_view condition : {by.own, by.back}) {
      if (condition.empty() || condition == needed) continue;
      found.push_back(fmt::format(R"sql({} IN (SELECT {} FROM {}.{} WHERE {}))sql", one.target_column, one.column, saved, one.name,
                                  read_in(condition, saved)));
    }
  }
  return found;
}

std::map<std::string, Table> tables_of(Tx& tx, std::span<const Belonging> belongings) {
  std::map<std::string, Table> tables;
  for (const Belonging& one : belongings) {
    const std::string name(one.table);
    tables[name] = {name, one, columns(tx, name)};
  }
  return tables;
}

}  // namespace

std::vector<TableRestored> restore_rows(Tx& tx, std::span<const Belonging> belongings, const Uuid& school) {
  const auto tables = tables_of(tx, belongings);
  const auto all = references(tx);
  std::vector<std::string> ordered;
  for (const std::string& name : in_order(tx)) {
    if (tables.contains(name)) ordered.push_back(name);
  }
  std::map<std::string, TableRestored> done;
  for (auto name = ordered.rbegin(); name != ordered.rend(); ++name) {
    const Table& t = tables.at(*name);
    done[*name].table = *name;
    if (!t.belonging.own.empty()) done[*name].removed = remove_newer(tx, school, t);
  }
  std::vector<TableRestored> told;
  for (const std::string& name : ordered) {
    const Table& t = tables.at(name);
    TableRestored& one = done[name];
    if (t.belonging.back == needed) {
      for (const auto& condition : needs(tables, all, name)) one.put_back += put_back(tx, school, t, condition);
    } else if (!t.belonging.back.empty()) {
      one.put_back = put_back(tx, school, t, read_in(t.belonging.back, saved));
    }
    if (!t.belonging.own.empty()) one.written = write_own(tx, school, t);
    told.push_back(one);
  }
  return told;
}

std::int64_t saved_rows(Tx& tx, const Belonging& one, const Uuid& school) {
  const std::string sql = fmt::format(R"sql(SELECT count(*) FROM {}.{} WHERE ({}))sql", saved, one.table, read_in(one.own, saved));
  const Query query{"backup.saved_rows", sql.c_str(), true};
  const Param in[] = {param(school)};
  return store::find<std::int64_t>(tx, query, in).value_or(0);
}

std::vector<std::string> files_of_school(Tx& tx, std::span<const Belonging> belongings, std::span<const FileColumn> columns,
                                         const Uuid& school) {
  std::vector<std::string> keys;
  for (const FileColumn& one : columns) {
    const auto belonging = std::ranges::find_if(belongings, [&](const Belonging& b) { return b.table == one.table; });
    if (belonging == belongings.end() || belonging->own.empty()) continue;
    const std::string sql = fmt::format(R"sql(SELECT {0} FROM {1}.{2} WHERE ({3}) AND {0} IS NOT NULL)sql", one.column, saved, one.table,
                                        read_in(belonging->own, saved));
    const Query query{"backup.files_of_school", sql.c_str(), true};
    const Param in[] = {param(school)};
    for (const Uuid& key : store::all<Uuid>(tx, query, in)) keys.push_back(crypto::hex(key.bytes));
  }
  std::ranges::sort(keys);
  return keys;
}

}  // namespace store::backup
