#include "store/open.h"
#include "store/sqlite_lock.h"
#include "store/sqlite_transaction.h"
#include "store/sqlite_writer.h"
#include "store/workers.h"

namespace store {

namespace {

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(const Options& options, const World& world)
      : Database(world), path_(options.path), lock_(in_memory() ? nullptr : std::make_unique<SqliteLock>(path_)) {
    writer_ = std::make_unique<Sqlite>(path_, Sqlite::Mode::write);
    if (!options.threads) return;
    writing_ = std::make_unique<SqliteWriter>(*writer_, world_, options.patience, options.shared_writes);
    reading_ = std::make_unique<Workers>(options.workers, options.patience);
  }

  ~SqliteDatabase() override {
    reading_.reset();  // before the connections that their threads use
    writing_.reset();
  }

  void read(Work work, After after) override {
    if (!reading_) return after(in_transaction(*writer_, world_, work, false));
    auto run_it = [this, work = std::move(work), after] { after(in_transaction(mine(readers_, Sqlite::Mode::read), world_, work, false)); };
    auto too_late = [after] { after({End::busy, "the queue was too long"}); };
    if (!reading_->post({std::move(run_it), too_late})) too_late();
  }

  void write(Work work, After after) override {
    after = telling(std::move(after));
    if (!writing_) return after(in_transaction(*writer_, world_, work, true));
    writing_->post(std::move(work), std::move(after));
  }

  Outcome write_in_bulk(const Work& work) override {
    Sqlite* staged = existing(stagers_);
    return waited([&](After after) {
      after = telling(std::move(after));
      if (!writing_) return after(in_transaction(*writer_, world_, work, true));
      writing_->post_alone(staged ? *staged : *writer_, work, std::move(after));
    });
  }

  Outcome stage(const Work& work) override {
    if (!writing_) return in_transaction(*writer_, world_, work, true);
    return in_staging(mine(stagers_, Sqlite::Mode::write), world_, work);
  }

  void script(const std::string& sql) override { writer_->exec(sql.c_str()); }
  Engine engine() const override { return Engine::sqlite; }
  Load load() const override {
    if (!reading_) return {};
    return {reading_->waits(), writing_->waits(), writing_->commits(), writing_->committed_writes()};
  }

  Sqlite& writer() { return *writer_; }

 private:
  bool in_memory() const { return path_ == ":memory:"; }

  using Connections = std::map<std::thread::id, std::unique_ptr<Sqlite>>;

  /// The connection of this thread, made when it first needs one.
  Sqlite& mine(Connections& connections, Sqlite::Mode mode) {
    const std::lock_guard lock(connections_mutex_);
    auto& mine = connections[std::this_thread::get_id()];
    if (!mine) mine = std::make_unique<Sqlite>(path_, mode);
    return *mine;
  }
  Sqlite* existing(const Connections& connections) {
    const std::lock_guard lock(connections_mutex_);
    const auto found = connections.find(std::this_thread::get_id());
    return found == connections.end() ? nullptr : found->second.get();
  }

  std::string path_;
  std::unique_ptr<SqliteLock> lock_;
  std::unique_ptr<Sqlite> writer_;
  std::mutex connections_mutex_;
  Connections readers_;
  Connections stagers_;  // of long work on temporary tables: they lock nothing, and their writes take their turn at the writer's
  std::unique_ptr<SqliteWriter> writing_;
  std::unique_ptr<Workers> reading_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const Options& options, const World& world) {
  return std::make_unique<SqliteDatabase>(options, world);
}

std::unique_ptr<Database> open_sqlite_copy(const std::string& template_path, const World& world) {
  auto copy = std::make_unique<SqliteDatabase>(Options{.engine = Engine::sqlite, .path = ":memory:", .threads = false}, world);
  Sqlite source(template_path, Sqlite::Mode::read);
  copy->writer().copy_from(source);
  return copy;
}

}  // namespace store
