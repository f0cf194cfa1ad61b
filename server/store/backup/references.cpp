#include "store/backup/references.h"

#include <set>

#include "store/rows.h"

namespace store::backup {

namespace {

struct Shape {
  std::string name;
  std::int64_t place_in_key;
};
BOOST_DESCRIBE_STRUCT(Shape, (), (name, place_in_key))

// Catalogues are the engines' own: nothing of them can be said alike.
const Query tables_sqlite{"backup.tables", "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"};
const Query tables_postgres{"backup.tables",
                            "SELECT relname::text AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace "
                            "AND relkind = 'r' ORDER BY relname"};
const Query references_sqlite{"backup.references",
                              "SELECT t.name AS name, f.\"from\" AS column, f.\"table\" AS target, "
                              "coalesce(f.\"to\", 'id') AS target_column FROM sqlite_schema t, pragma_foreign_key_list(t.name) f "
                              "WHERE t.type = 'table' ORDER BY 1, 2"};
const Query references_postgres{"backup.references",
                                "SELECT t.relname::text AS name, a.attname::text AS column, o.relname::text AS target, "
                                "b.attname::text AS target_column FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid "
                                "JOIN pg_class o ON o.oid = c.confrelid CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k (own, other) "
                                "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.own "
                                "JOIN pg_attribute b ON b.attrelid = o.oid AND b.attnum = k.other "
                                "WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2"};
const Query columns_sqlite{"backup.columns", "SELECT name, pk AS place_in_key FROM pragma_table_info($1) ORDER BY cid"};
const Query columns_postgres{
    "backup.columns",
    "SELECT a.attname::text AS name, (CASE WHEN a.attnum = ANY (i.indkey) THEN 1 ELSE 0 END)::bigint AS place_in_key "
    "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary "
    "WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = $1 AND a.attnum > 0 "
    "AND NOT a.attisdropped ORDER BY a.attnum"};

}  // namespace

std::vector<Reference> references(Tx& tx) { return all<Reference>(tx, tx.sqlite() ? references_sqlite : references_postgres, {}); }

std::vector<Column> columns(Tx& tx, const std::string& table) {
  const Param in[] = {param(table)};
  std::vector<Column> found;
  for (auto& one : all<Shape>(tx, tx.sqlite() ? columns_sqlite : columns_postgres, in)) {
    found.push_back({std::move(one.name), one.place_in_key > 0});
  }
  return found;
}

std::vector<std::string> in_order(Tx& tx) {
  std::map<std::string, std::set<std::string>> named;
  for (const auto& table : all<std::string>(tx, tx.sqlite() ? tables_sqlite : tables_postgres, {})) named[table];
  for (const Reference& one : references(tx)) {
    if (one.name != one.target) named[one.name].insert(one.target);
  }
  std::vector<std::string> ordered;
  std::set<std::string> done;
  while (ordered.size() < named.size()) {
    const auto before = ordered.size();
    for (const auto& [table, targets] : named) {
      if (done.contains(table) || !std::ranges::includes(done, targets)) continue;
      ordered.push_back(table);
      done.insert(table);
    }
    if (ordered.size() == before) throw Fault(Cause::misuse, "backup: tables name each other in a ring");
  }
  return ordered;
}

}  // namespace store::backup
