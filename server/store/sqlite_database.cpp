#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/open.h"
#include "store/workers.h"

namespace store {

namespace {

/// Held while this process may write the file; the kernel lets go of it when the process ends, however it ends.
class FileLock {
 public:
  explicit FileLock(const std::string& path) : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (file_ < 0) throw Fault(Cause::other, "cannot make the lock file beside the database");
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      ::close(file_);
      throw Fault(Cause::busy, "another process writes this database");
    }
  }
  ~FileLock() { ::close(file_); }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int file_;
};

/// Rolls back what was neither committed nor already dropped by SQLite itself (a full disk ends the transaction alone).
struct Open {
  Sqlite& sqlite;
  ~Open() {
    if (sqlite.in_transaction()) sqlite3_exec(sqlite.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
};

End end_of(Cause cause) {
  if (cause == Cause::busy) return End::busy;
  if (cause == Cause::full) return End::full;
  return End::failed;
}

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(const Options& options, const World& world)
      : Database(world), path_(options.path), lock_(in_memory() ? nullptr : std::make_unique<FileLock>(path_ + ".lock")) {
    writer_ = std::make_unique<Sqlite>(path_, Sqlite::Mode::write);
    if (!options.threads) return;
    writing_ = std::make_unique<Workers>(1, options.patience);
    reading_ = std::make_unique<Workers>(options.workers, options.patience);
  }

  ~SqliteDatabase() override {
    reading_.reset();  // before the connections that their threads use
    writing_.reset();
  }

  void read(Work work, After after) override {
    if (!reading_) return after(run(*writer_, work, false));
    post(*reading_, std::move(work), std::move(after), false);
  }

  void write(Work work, After after) override {
    if (!writing_) return after(run(*writer_, work, true));
    post(*writing_, std::move(work), std::move(after), true);
  }

  Outcome write_in_bulk(const Work& work) override { return write_now(work); }

  void script(const std::string& sql) override { writer_->exec(sql.c_str()); }
  Engine engine() const override { return Engine::sqlite; }

  Sqlite& writer() { return *writer_; }

 private:
  bool in_memory() const { return path_ == ":memory:"; }

  /// The reading connection of this thread, made when it first reads.
  Sqlite& reader() {
    const std::lock_guard lock(readers_mutex_);
    auto& mine = readers_[std::this_thread::get_id()];
    if (!mine) mine = std::make_unique<Sqlite>(path_, Sqlite::Mode::read);
    return *mine;
  }

  void post(Workers& workers, Work work, After after, bool writes) {
    auto run_it = [this, work = std::move(work), after, writes] { after(run(writes ? *writer_ : reader(), work, writes)); };
    auto too_late = [after] { after({End::busy, "the queue was too long"}); };
    if (!workers.post({std::move(run_it), too_late})) too_late();
  }

  Outcome run(Sqlite& sqlite, const Work& work, bool writes) {
    int statements = 0;
    try {
      sqlite.exec(writes ? "BEGIN IMMEDIATE" : "BEGIN");
      const Open open{sqlite};
      Tx tx(sqlite, world_, writes);
      const bool keep = work(tx);
      statements = tx.statements();
      if (!keep) return {End::rolled_back, {}, statements};
      sqlite.exec("COMMIT");
      return {End::committed, {}, statements};
    } catch (const Fault& fault) {
      // A disk that refused to keep a write may lie about the next one: nothing may be acknowledged after it.
      if (fault.cause == Cause::io && writes) std::abort();
      return {end_of(fault.cause), fault.what(), statements};
    } catch (const std::exception& surprise) {
      return {End::failed, typeid(surprise).name(), statements};
    }
  }

  std::string path_;
  std::unique_ptr<FileLock> lock_;
  std::unique_ptr<Sqlite> writer_;
  std::mutex readers_mutex_;
  std::map<std::thread::id, std::unique_ptr<Sqlite>> readers_;
  std::unique_ptr<Workers> writing_;
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
