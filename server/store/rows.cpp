#include "store/rows.h"

namespace store {

void prepare(Tx& tx, const Query& query, std::span<const Param> in, std::span<const std::string_view> columns) {
  if (tx.sqlite()) {
    tx.sqlite()->prepare(query, in, columns);
  } else {
    tx.postgres()->prepare(query, in, columns);
  }
}

std::int64_t run(Tx& tx, const Query& query, std::span<const Param> in) {
  tx.count_statement();
  if (auto* sqlite = tx.sqlite()) {
    auto* statement = sqlite->bound(query, in, {});
    const Reset reset{statement};
    if (sqlite3_step(statement) != SQLITE_DONE) sqlite->fail(query.name);
    return sqlite->changes();
  }
  return std::atoll(PQcmdTuples(tx.postgres()->execute(query, in, {}).result));
}

std::int64_t run_many(Tx& tx, const Query& query, std::size_t count, const std::function<void(std::size_t, std::vector<Param>&)>& params) {
  if (count == 0) return 0;
  tx.count_statement();
  if (tx.postgres()) return tx.postgres()->execute_many(query, count, params);
  std::int64_t touched = 0;
  std::vector<Param> in;
  for (std::size_t i = 0; i < count; ++i) {
    in.clear();
    params(i, in);
    auto* statement = tx.sqlite()->bound(query, in, {});
    const Reset reset{statement};
    if (sqlite3_step(statement) != SQLITE_DONE) tx.sqlite()->fail(query.name);
    touched += tx.sqlite()->changes();
  }
  return touched;
}

}  // namespace store
