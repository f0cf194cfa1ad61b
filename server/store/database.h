#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

#include "base/histogram.h"
#include "store/tx.h"

namespace store {

enum class Engine { sqlite, postgres };

/// What became of a transaction.
enum class End {
  committed,
  rolled_back,  // the work asked for it
  busy,         // not run, or lost to others until its deadline: try again later
  full,         // the disk is full: nothing was written
  failed,       // a surprise; `cause` says which, without values
};

struct Outcome {
  End end = End::committed;
  std::string cause = {};
  int statements = 0;
  Told told = {};  // of a committed one; already told when `after` hears of it
};

/// How long what was asked of the database waited in line, and how writes were gathered.
struct Load {
  Histogram::Counts read_waits = {};
  Histogram::Counts write_waits = {};
  std::uint64_t commits = 0;           // SQLite: shared transactions
  std::uint64_t committed_writes = 0;  // and the requests in them
};

/// Runs inside a transaction; false asks to roll it back. It may run more than once: it must only touch its Tx and what it
/// captured for its answer, which it sets anew each time.
using Work = std::function<bool(Tx&)>;
using After = std::function<void(Outcome)>;

struct Options {
  Engine engine = Engine::sqlite;
  std::string path;  // SQLite: the file, or ":memory:"
  std::string uri;   // PostgreSQL: a libpq connection string
  std::string schema = "public";
  int workers = 2;
  int shared_writes = 64;  // SQLite: how many requests that wait together may share one transaction; 1: each has its own
  std::chrono::milliseconds patience{10'000};  // how long a request may wait and be retried before it is answered busy
  bool threads = true;                         // false: everything runs on the calling thread, one at a time (tests, command line)
};

/// One territory's database: reads on a small pool, writes in order on SQLite (one writer thread), anywhere on PostgreSQL.
/// A write is durable when `after` hears `committed`. Nobody above ever hears of locks, lost connections or retries.
class Database {
 public:
  /// Throws Fault when it cannot be opened. A SQLite file is locked against other processes that write, until this object ends:
  /// Fault with Cause::busy when another holds it.
  static std::unique_ptr<Database> open(const Options&, const World&);
  virtual ~Database() = default;

  /// Queued: `after` is called once, on a worker's thread (the caller's, without threads).
  virtual void read(Work, After) = 0;
  virtual void write(Work, After) = 0;
  /// The same, waited for.
  Outcome read_now(const Work&);
  Outcome write_now(const Work&);
  /// Row-locking work of jobs, sweeps and imports: READ COMMITTED on PostgreSQL, an ordinary write on SQLite.
  virtual Outcome write_in_bulk(const Work&) = 0;
  /// Work that writes temporary tables only, and may take minutes: nobody else's writes wait for it. The temporary tables are those that
  /// `write_in_bulk` sees from the same thread. Not from inside another transaction.
  virtual Outcome stage(const Work&) = 0;
  /// Runs statements as they are, outside any transaction of ours (migrations, tests).
  virtual void script(const std::string& sql) = 0;

  virtual Engine engine() const = 0;
  virtual Load load() const = 0;

  using HearHints = std::function<void(const std::vector<Hint>&)>;
  using HearJob = std::function<void(Millis due_at)>;
  /// Hears every hint, of this process and of the others that serve the same database, on whatever thread: must not wait. One listener; an
  /// empty one ends it, and is not called any more when this returns.
  virtual void on_hints(HearHints);
  /// Hears when a committed transaction of this process added jobs, with the first due time.
  void on_job(HearJob);
  const World& world() const { return world_; }

 protected:
  explicit Database(const World& world) : world_(world) {}
  /// The same `after`, preceded by the telling of what was committed.
  After telling(After);
  void tell(const Told&);
  /// To the hearer of hints, on the calling thread.
  void hear(const std::vector<Hint>&);
  World world_;

 private:
  /// To other processes.
  virtual void pass_on(const std::vector<Hint>&) {}

  std::mutex hearers_mutex_;
  HearHints hear_hints_;
  HearJob hear_job_;
};

}  // namespace store
