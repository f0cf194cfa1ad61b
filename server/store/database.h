#pragma once
#include <chrono>
#include <functional>
#include <memory>

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
  /// Runs statements as they are, outside any transaction of ours (migrations, tests).
  virtual void script(const std::string& sql) = 0;

  virtual Engine engine() const = 0;
  const World& world() const { return world_; }

 protected:
  explicit Database(const World& world) : world_(world) {}
  World world_;
};

}  // namespace store
