#include "store/sqlite_writer.h"

#include "store/sqlite_transaction.h"

namespace store {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t longest_queue = 20'000;  // could not be served within any patience
constexpr auto most_work = std::chrono::milliseconds(20);

const Query begin_shared{"store.begin_shared", "BEGIN IMMEDIATE"};
const Query commit_shared{"store.commit_shared", "COMMIT"};
const Query begin_request{"store.begin_request", "SAVEPOINT request"};
const Query keep_request{"store.keep_request", "RELEASE request"};
const Query undo_request{"store.undo_request", "ROLLBACK TO request"};

Outcome too_late() { return {End::busy, "the queue was too long"}; }

}  // namespace

SqliteWriter::SqliteWriter(Sqlite& sqlite, const World& world, std::chrono::milliseconds patience, int most)
    : sqlite_(sqlite), world_(world), patience_(patience), most_(std::size_t(std::max(1, most))), thread_([this] { loop(); }) {}

SqliteWriter::~SqliteWriter() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void SqliteWriter::post(Work work, After after) { queue({std::move(work), std::move(after)}); }

void SqliteWriter::post_alone(Sqlite& sqlite, Work work, After after) { queue({std::move(work), std::move(after), &sqlite}); }

void SqliteWriter::queue(Request request) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() < longest_queue) {
      queue_.push_back(std::move(request));
      wake_.notify_one();
      return;
    }
  }
  request.after(too_late());
}

std::optional<SqliteWriter::Request> SqliteWriter::next(bool wait) {
  for (;;) {
    std::unique_lock lock(mutex_);
    if (wait) wake_.wait(lock, [this] { return stop_ || !queue_.empty(); });
    if (queue_.empty() || (!wait && queue_.front().alone_on)) return {};
    Request request = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    const auto waited = steady_clock::now() - request.posted;
    waits_.add(waited);
    if (waited <= patience_) return request;
    request.after(too_late());
  }
}

void SqliteWriter::loop() {
  while (auto request = next(true)) {
    if (request->alone_on) {
      request->after(in_transaction(*request->alone_on, world_, request->work, true));
    } else {
      drain(std::move(*request));
    }
  }
}

void SqliteWriter::drain(Request first) {
  std::vector<Tried> batch;
  batch.push_back({std::move(first), {}});
  const std::optional<Outcome> lost = share(batch);
  if (lost && batch.size() == 1) return batch.front().request.after(*lost);
  for (Tried& one : batch) one.request.after(lost ? in_transaction(sqlite_, world_, one.request.work, true) : std::move(one.outcome));
}

std::optional<Outcome> SqliteWriter::share(std::vector<Tried>& batch) {
  try {
    sqlite_.step(begin_shared);
    const auto until = steady_clock::now() + most_work;
    for (;;) {
      batch.back().outcome = attempt(batch.back().request.work);
      if (batch.size() >= most_ || steady_clock::now() >= until) break;
      auto more = next(false);
      if (!more) break;
      batch.push_back({std::move(*more), {}});
    }
    sqlite_.step(commit_shared);
    ++commits_;
    committed_writes_ += batch.size();
    return {};
  } catch (const Fault& fault) {
    sqlite_.abandon();
    return Outcome{end_of(fault.cause), fault.what()};
  }
}

/// One request inside the shared transaction; throws a Fault when that is lost for all.
Outcome SqliteWriter::attempt(const Work& work) {
  sqlite_.step(begin_request);
  Outcome outcome;
  try {
    Tx tx(sqlite_, world_, true);
    const bool keep = work(tx);
    outcome = {keep ? End::committed : End::rolled_back, {}, tx.statements(), std::move(tx.told())};
  } catch (const Fault& fault) {
    // SQLite drops the whole transaction by itself when the disk is full, and for OR ROLLBACK
    if (!sqlite_.in_transaction()) throw;
    outcome = {end_of(fault.cause), fault.what()};
  } catch (const std::exception& surprise) {
    outcome = {End::failed, typeid(surprise).name()};
  }
  if (outcome.end != End::committed) sqlite_.step(undo_request);
  sqlite_.step(keep_request);
  return outcome;
}

}  // namespace store
