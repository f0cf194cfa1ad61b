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

Outcome waited(const std::function<void(After)>& post) {
  Waited waited;
  post(waited.after());
  return waited.wait();
}

void Database::on_hints(HearHints hear) {
  const std::lock_guard lock(hearers_mutex_);
  hear_hints_ = std::move(hear);
}

void Database::on_job(HearJob hear) {
  const std::lock_guard lock(hearers_mutex_);
  hear_job_ = std::move(hear);
}

void Database::hear(const std::vector<Hint>& hints) {
  const std::lock_guard lock(hearers_mutex_);
  if (hear_hints_) hear_hints_(hints);
}

void Database::tell(const Told& told) {
  if (told.job_due_at) {
    const std::lock_guard lock(hearers_mutex_);
    if (hear_job_) hear_job_(*told.job_due_at);
  }
  if (told.hints.empty()) return;
  hear(told.hints);
  pass_on(told.hints);
}

After Database::telling(After after) {
  return [this, after = std::move(after)](Outcome outcome) {
    if (outcome.end == End::committed) tell(outcome.told);
    after(std::move(outcome));
  };
}

Outcome Database::read_now(const Work& work) {
  return waited([&](After after) { read(work, std::move(after)); });
}

Outcome Database::write_now(const Work& work) {
  return waited([&](After after) { write(work, std::move(after)); });
}

}  // namespace store
