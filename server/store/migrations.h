#pragma once
#include <span>
#include <string>
#include <vector>

#include "store/database.h"

namespace store {

/// One step of the schema, from `migrations/` of the folder it belongs to. Exactly one of `sql` or the pair is set.
struct Migration {
  const char* name;    // "20261124_0800_store_ground": its prefix gives the order
  const char* folder;  // "store"
  const char* sql;
  const char* sqlite_sql = nullptr;
  const char* postgres_sql = nullptr;
};

/// Spells the type words ({id} {instant} {date} {int} {bool} {text} {bytes} {json} {table}) for one engine.
std::string spelled_for(Engine, const char* sql);

/// Runs what was not run yet, each in its own transaction, in the order of the names; returns their names.
/// Throws Fault when a step fails (it is rolled back) or when the database knows a step that this program does not.
std::vector<std::string> migrate(Database&, std::span<const Migration>);

enum class Fit { same, older, newer };
/// How the database's schema stands to this program's: `serve` refuses all but `same`.
Fit schema_fit(Database&, std::span<const Migration>);
/// The same inside a transaction, of a database that has been migrated once.
Fit schema_fit(Tx&, std::span<const Migration>);

}  // namespace store
