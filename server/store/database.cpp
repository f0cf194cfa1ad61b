#include "store/database.h"

#include <condition_variable>
#include <mutex>

#include "store/open.h"

namespace store {

std::unique_ptr<Database> Database::open(const Options& options, const World& world) {
  return options.engine == Engine::sqlite ? open_sqlite(options, world) : open_postgres(options, world);
}

namespace {
/// Waits for the outcome of one queued transaction.
struct Waited {
  std::mutex mutex;
  std::condition_variable done;
  std::optional<Outcome> outcome;

  After after() {
    return [this](Outcome o) {
      const std::lock_guard lock(mutex);
      outcome = std::move(o);
      done.notify_one();
    };
  }
  Outcome wait() {
    std::unique_lock lock(mutex);
    done.wait(lock, [this] { return outcome.has_value(); });
    return *outcome;
  }
};
}  // namespace

Outcome Database::read_now(const Work& work) {
  Waited waited;
  read(work, waited.after());
  return waited.wait();
}

Outcome Database::write_now(const Work& work) {
  Waited waited;
  write(work, waited.after());
  return waited.wait();
}

}  // namespace store
