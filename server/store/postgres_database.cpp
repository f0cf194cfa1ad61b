#include <thread>

#include "base/log.h"

#include "store/hints_relay.h"
#include "store/open.h"
#include "store/workers.h"

namespace store {

namespace {

constexpr const char* begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
constexpr const char* begin_write = "BEGIN ISOLATION LEVEL SERIALIZABLE";
constexpr const char* begin_bulk = "BEGIN ISOLATION LEVEL READ COMMITTED";

/// Rolls back what was not committed, while the connection still stands.
struct Open {
  Postgres& postgres;
  bool ended = false;
  ~Open() {
    if (ended || postgres.lost()) return;
    try {
      postgres.exec("ROLLBACK");
    } catch (const Fault&) {
      // the connection went away with it: so did the transaction
    }
  }
};

class PostgresDatabase : public Database {
 public:
  PostgresDatabase(const Options& options, const World& world)
      : Database(world), uri_(options.uri), schema_(options.schema), patience_(options.patience) {
    std::array<unsigned char, 10> chance{};
    world.random->fill(chance);
    own_ = uuid_v7(world.clock->now(), chance);
    connection();  // an address that does not answer is told at start
    if (options.threads) workers_ = std::make_unique<Workers>(options.workers, options.patience);
  }
  ~PostgresDatabase() override {
    workers_.reset();
    relay_.reset();
  }

  void read(Work work, After after) override { post(std::move(work), std::move(after), begin_read); }
  void write(Work work, After after) override { post(std::move(work), telling(std::move(after)), begin_write); }
  Outcome write_in_bulk(const Work& work) override {
    Outcome outcome = run(work, begin_bulk);
    if (outcome.end == End::committed) tell(outcome.told);
    return outcome;
  }
  Outcome stage(const Work& work) override { return run(work, begin_bulk); }

  void script(const std::string& sql) override { connection().exec(sql.c_str()); }
  Engine engine() const override { return Engine::postgres; }
  Load load() const override { return {workers_ ? workers_->waits() : Histogram::Counts{}}; }

  void on_hints(HearHints hear) override {
    const bool begins = bool(hear) && workers_ && !relay();
    Database::on_hints(std::move(hear));
    if (!begins) return;
    auto relay = std::make_unique<HintsRelay>(uri_, schema_, own_, [this](const std::vector<Hint>& hints) { Database::hear(hints); });
    const std::lock_guard lock(mutex_);
    relay_ = std::move(relay);
  }

  void pass_on(const std::vector<Hint>& hints) override {
    if (HintsRelay* away = relay()) return away->send(hints);
    try {
      HintsRelay::send_on(connection(), schema_, own_, hints);
    } catch (const Fault& fault) {
      logs::warning("store.hints_away", logs::cause(fault));
    }
  }

 private:
  /// This thread's connection, made anew when it was lost.
  Postgres& connection() {
    const std::lock_guard lock(mutex_);
    auto& mine = connections_[std::this_thread::get_id()];
    if (!mine || mine->lost()) mine = std::make_unique<Postgres>(uri_, schema_);
    return *mine;
  }

  /// None before somebody hears hints: workers may serve already when that begins. Once there, it stays.
  HintsRelay* relay() {
    const std::lock_guard lock(mutex_);
    return relay_.get();
  }

  void post(Work work, After after, const char* begin) {
    if (!workers_) return after(run(work, begin));
    auto run_it = [this, work = std::move(work), after, begin] { after(run(work, begin)); };
    auto too_late = [after] { after({End::busy, "the queue was too long"}); };
    if (!workers_->post({std::move(run_it), too_late})) too_late();
  }

  Outcome run(const Work& work, const char* begin) {
    const auto until = std::chrono::steady_clock::now() + patience_;
    for (int attempt = 0;; ++attempt) {
      bool committing = false;
      Outcome outcome = try_once(work, begin, committing);
      const bool again = outcome.end == End::busy && !committing;
      if (!again || std::chrono::steady_clock::now() >= until) return outcome;
      std::this_thread::sleep_for(pause(attempt));
    }
  }

  /// 1 to 2 ms at first, doubling up to 128 to 256: two that met must not meet again.
  std::chrono::microseconds pause(int attempt) {
    std::array<unsigned char, 2> chance{};
    world_.random->fill(chance);
    const std::int64_t base = 1000 << std::min(attempt, 7);
    return std::chrono::microseconds(base + base * (chance[0] * 256 + chance[1]) / 65536);
  }

  Outcome try_once(const Work& work, const char* begin, bool& committing) {
    int statements = 0;
    try {
      Postgres& postgres = connection();
      postgres.exec(begin);
      Open open{postgres};
      Tx tx(postgres, world_, begin != begin_read);
      const bool keep = work(tx);
      statements = tx.statements();
      if (!keep) return {End::rolled_back, {}, statements};
      committing = true;
      postgres.exec("COMMIT");
      open.ended = true;
      return {End::committed, {}, statements, std::move(tx.told())};
    } catch (const Fault& fault) {
      if (fault.cause == Cause::serialization) {
        committing = false;  // PostgreSQL says so itself: nothing was kept
        return {End::busy, fault.what(), statements};
      }
      // Lost while committing: nobody knows whether it was kept. The caller's key finds out at the next attempt.
      if (fault.cause == Cause::connection || fault.cause == Cause::busy) return {End::busy, fault.what(), statements};
      if (fault.cause == Cause::full) return {End::full, fault.what(), statements};
      return {End::failed, fault.what(), statements};
    } catch (const std::exception& surprise) {
      return {End::failed, typeid(surprise).name(), statements};
    }
  }

  std::string uri_;
  std::string schema_;
  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::map<std::thread::id, std::unique_ptr<Postgres>> connections_;
  Uuid own_;  // this process, among those that pass hints
  std::unique_ptr<Workers> workers_;
  std::unique_ptr<HintsRelay> relay_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const Options& options, const World& world) {
  return std::make_unique<PostgresDatabase>(options, world);
}

}  // namespace store
