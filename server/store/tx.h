#pragma once
#include <map>
#include <string>

#include "base/clock.h"
#include "base/crypto.h"
#include "base/date.h"
#include "base/id.h"
#include "base/random.h"
#include "store/blobs.h"
#include "store/hints.h"
#include "store/postgres.h"
#include "store/sqlite.h"

namespace store {

/// The outside world, handed in: nothing below a handler asks the machine for the time or for chance.
struct World {
  const Clock* clock = nullptr;
  Random* random = nullptr;
  Zone zone;                              // of the territory: its civil days
  const crypto::KeyFile* keys = nullptr;  // peppers and seals
  // What happens below, and the kinds of the jobs of those who must hear of it (events.h).
  std::multimap<std::string, std::string> listeners = {};
  const Blobs* blobs = nullptr;  // where files are kept
};

}  // namespace store

/// One transaction on one territory: an instant, ids, chance, and the statements that generated queries run.
class Tx {
 public:
  Tx(store::Sqlite& sqlite, const store::World& world, bool writes)
      : sqlite_(&sqlite), world_(&world), now_(world.clock->now()), writes_(writes) {}
  Tx(store::Postgres& postgres, const store::World& world, bool writes)
      : postgres_(&postgres), world_(&world), now_(world.clock->now()), writes_(writes) {}
  Tx(const Tx&) = delete;
  Tx& operator=(const Tx&) = delete;

  Millis now() const { return now_; }
  const Zone& zone() const { return world_->zone; }
  Date today() const { return world_->zone.date(now_); }
  Random& random() { return *world_->random; }
  const crypto::KeyFile& keys() const { return *world_->keys; }
  const store::Blobs& blobs() const { return *world_->blobs; }
  bool writes() const { return writes_; }
  const std::multimap<std::string, std::string>& listeners() const { return world_->listeners; }

  /// What is told once it is committed: for store/ alone (hint, add_job).
  store::Told& told() { return told_; }

  template <class T>
  T new_id() {
    std::array<unsigned char, 10> chance{};
    random().fill(chance);
    T id;
    id.bytes = uuid_v7(now_, chance).bytes;
    return id;
  }

  // For generated queries and the engines' few differences inside store/.
  store::Sqlite* sqlite() const { return sqlite_; }
  store::Postgres* postgres() const { return postgres_; }
  void count_statement() { ++statements_; }
  /// Statements run so far: tests hold budgets to it.
  int statements() const { return statements_; }

 private:
  store::Sqlite* sqlite_ = nullptr;
  store::Postgres* postgres_ = nullptr;
  const store::World* world_;
  Millis now_;
  bool writes_;
  int statements_ = 0;
  store::Told told_;
};
