#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "store/database.h"

namespace store {

/// The one thread that writes a SQLite file.
///
/// It drains: requests that wait together share one transaction, each in a savepoint of its own, so that they pay one flush to the disk
/// instead of one each; while it lasts, the next ones gather. Nobody waits for company: the transaction is committed as soon as the queue
/// is empty, after `most` requests, or after 20 ms of work. A request is answered after the commit, as if it had been alone: its refusal
/// rolls back its savepoint only, and when the shared transaction is lost the requests are run again one by one.
class SqliteWriter {
 public:
  SqliteWriter(Sqlite&, const World&, std::chrono::milliseconds patience, int most);
  /// Runs what is queued, then ends.
  ~SqliteWriter();
  SqliteWriter(const SqliteWriter&) = delete;

  void post(Work, After);
  /// In its turn, but in a transaction of its own, on that connection.
  void post_alone(Sqlite&, Work, After);

  /// How long requests waited before they ran.
  Histogram::Counts waits() const { return waits_.counts(); }
  /// Transactions committed, and the requests in them.
  std::uint64_t commits() const { return commits_; }
  std::uint64_t committed_writes() const { return committed_writes_; }

 private:
  struct Request {
    Work work;
    After after;
    Sqlite* alone_on = nullptr;
    std::chrono::steady_clock::time_point posted = std::chrono::steady_clock::now();
  };
  struct Tried {
    Request request;
    Outcome outcome;
  };
  void queue(Request);
  /// The next request; nothing when the writer may end, or, without waiting, when none may join the open transaction.
  std::optional<Request> next(bool wait);
  void loop();
  void drain(Request first);
  /// Runs a batch in one transaction; the outcome it was lost with, or nothing when it is committed.
  std::optional<Outcome> share(std::vector<Tried>& batch);
  Outcome attempt(const Work&);

  Sqlite& sqlite_;
  const World& world_;
  std::chrono::milliseconds patience_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Request> queue_;
  bool stop_ = false;
  Histogram waits_;
  std::atomic<std::uint64_t> commits_ = 0;
  std::atomic<std::uint64_t> committed_writes_ = 0;
  std::thread thread_;
};

}  // namespace store
