#include "store/glance.h"

#include "store/sqlite_transaction.h"

namespace store {

Outcome glance(const Options& options, const World& world, const Work& work) {
  if (options.engine == Engine::sqlite) {
    Sqlite sqlite(options.path, Sqlite::Mode::read);
    return in_transaction(sqlite, world, work, false);
  }
  Options alone = options;
  alone.threads = false;
  return Database::open(alone, world)->read_now(work);
}

}  // namespace store
