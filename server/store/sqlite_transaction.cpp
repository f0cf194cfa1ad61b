#include "store/sqlite_transaction.h"

namespace store {

namespace {

const Query begin_read{"store.begin_read", "BEGIN"};
const Query begin_write{"store.begin_write", "BEGIN IMMEDIATE"};
const Query commit{"store.commit", "COMMIT"};

/// Rolls back what was not committed.
struct Open {
  Sqlite& sqlite;
  bool ended = false;
  ~Open() {
    if (!ended) sqlite.abandon();
  }
};

Outcome attempt(Sqlite& sqlite, const World& world, const Work& work, const Query& begin, bool writes) {
  int statements = 0;
  try {
    sqlite.step(begin);
    Open open{sqlite};
    Tx tx(sqlite, world, writes);
    const bool keep = work(tx);
    statements = tx.statements();
    if (!keep) return {End::rolled_back, {}, statements};
    sqlite.step(commit);
    open.ended = true;
    return {End::committed, {}, statements, std::move(tx.told())};
  } catch (const Fault& fault) {
    return {end_of(fault.cause), fault.what(), statements};
  } catch (const std::exception& surprise) {
    return {End::failed, typeid(surprise).name(), statements};
  }
}

}  // namespace

End end_of(Cause cause) {
  if (cause == Cause::busy) return End::busy;
  if (cause == Cause::full) return End::full;
  return End::failed;
}

Outcome in_transaction(Sqlite& sqlite, const World& world, const Work& work, bool writes) {
  return attempt(sqlite, world, work, writes ? begin_write : begin_read, writes);
}

Outcome in_staging(Sqlite& sqlite, const World& world, const Work& work) { return attempt(sqlite, world, work, begin_read, true); }

}  // namespace store
