#pragma once
#include <condition_variable>
#include <functional>
#include <limits>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "store/database.h"

namespace store {

/// Adds work to run after this transaction's commit, at `due_at` or soon after. `payload` is JSON.
void add_job(Tx&, std::string_view kind, std::string_view payload, Millis due_at);
/// The same, unless one of that kind already waits.
void add_job_once(Tx&, std::string_view kind, std::string_view payload, Millis due_at);

struct DeadJob {
  Uuid id;
  std::string kind;
  Millis dead_at;
  std::int64_t tries;
  std::optional<std::string> cause;
};
BOOST_DESCRIBE_STRUCT(DeadJob, (), (id, kind, dead_at, tries, cause))

/// How the jobs stand, for whoever watches over the program.
struct JobCounts {
  std::int64_t waiting = 0;  // due or not
  std::int64_t overdue = 0;  // due for longer than `overdue_after`, and not under a lease
  std::int64_t dead = 0;
};
BOOST_DESCRIBE_STRUCT(JobCounts, (), (waiting, overdue, dead))
inline constexpr Millis overdue_after = minutes(5);
JobCounts count_jobs(Tx&);

/// Runs jobs: each under a lease of its own transaction, retried after 1, 2, 4… minutes, dead and visible after 8 tries.
/// A job may run twice (a lease that ended while it ran): its work must bear that.
class Jobs {
 public:
  /// The work of one kind, inside a write transaction. A refusal or an exception is a failed try.
  using Run = std::function<Result<>(Tx&, std::string_view payload)>;

  Jobs(Database&, std::map<std::string, Run>);
  ~Jobs();
  /// Starts the thread that sweeps: at the next due time known, as soon as this process commits one that is due, and every 30 s.
  void start();
  /// Runs everything due now, on the calling thread; returns how many ran.
  int run_due();

 private:
  struct Claimed {
    Uuid id;
    std::string kind;
    std::string payload;
    std::int64_t tries = 0;
  };
  std::optional<Claimed> claim();
  void attempt(const Claimed&);
  void failed(const Claimed&, const std::string& cause);
  void loop();

  Database& database_;
  std::map<std::string, Run> runs_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stop_ = false;
  bool woken_ = false;
  Millis sleeps_until_ = std::numeric_limits<Millis>::max();  // what is due before wakes the sweeper
  std::thread thread_;
};

}  // namespace store
