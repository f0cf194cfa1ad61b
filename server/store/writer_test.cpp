#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <latch>
#include <thread>

#include "store/database.h"
#include "store/rows.h"

// SQLite asks for this one when it commits: standing in front of the C library's, it plays the disk that refuses.
static std::atomic<int> refused_flushes = 0;
extern "C" int fdatasync(int file) {
  if (refused_flushes.load() > 0) {
    --refused_flushes;
    errno = EIO;
    return -1;
  }
  return fsync(file);
}

namespace {

using store::End;

/// A second later each time it is asked.
struct TickingClock : Clock {
  mutable std::atomic<Millis> at{1'789'000'000'000};
  Millis now() const override { return at += 1000; }
};

const store::Query add{"trial.add", "INSERT INTO line (n, at) VALUES ($1, $2)"};
const store::Query drop_all{"trial.drop_all", "INSERT OR ROLLBACK INTO line (n, at) VALUES (1, 1), (1, 1)"};
const store::Query huge{"trial.huge", "INSERT INTO line (n, at, text) VALUES (-1, 0, hex(zeroblob(6000000)))"};
const store::Query every_line{"trial.lines", "SELECT n, at FROM line ORDER BY n"};

struct Line {
  std::int64_t n;
  Millis at;
  bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (n, at))

void write_line(Tx& tx, std::int64_t n) {
  const store::Param in[] = {store::param(n), store::param(tx.now())};
  store::run(tx, add, in);
}

store::Work line(std::int64_t n) {
  return [n](Tx& tx) {
    write_line(tx, n);
    return true;
  };
}

std::int64_t commits = 0;
int commits_to_fail = 0;
int count_commit(void*) {
  ++commits;
  return commits_to_fail > 0 ? commits_to_fail-- : 0;
}

/// A SQLite file with its writer thread, and a way to let requests gather before it.
class Desk {
 public:
  explicit Desk(std::chrono::milliseconds patience = std::chrono::seconds(10), int shared = 64) : Desk(name(), patience, shared) {}
  Desk(const std::string& path, std::chrono::milliseconds patience = std::chrono::seconds(10), int shared = 64)
      : path_(path),
        database_(store::Database::open({.path = path, .workers = 1, .shared_writes = shared, .patience = patience},
                                        {&clock_, &random_, Zone::named("Europe/Paris"), nullptr})) {
    database_->script("CREATE TABLE IF NOT EXISTS line (n INTEGER NOT NULL PRIMARY KEY, at INTEGER NOT NULL, text TEXT) STRICT");
    database_->write_in_bulk([](Tx& tx) {
      sqlite3_commit_hook(tx.sqlite()->handle(), count_commit, nullptr);
      return true;
    });
  }
  ~Desk() {
    database_.reset();
    if (!keep_file) std::filesystem::remove_all(std::filesystem::path(path_).parent_path());
  }

  /// Hands them over while the writer is busy, so that they wait together; returns what each was answered.
  std::vector<store::Outcome> together(const std::vector<store::Work>& works, std::chrono::milliseconds held = {}) {
    std::latch busy(1);
    std::latch queued(1);
    std::thread holder([&] {
      database_->write_in_bulk([&](Tx&) {
        busy.count_down();
        queued.wait();
        std::this_thread::sleep_for(held);
        return false;
      });
    });
    busy.wait();
    commits = 0;
    std::vector<store::Outcome> outcomes(works.size());
    std::latch answered(std::ptrdiff_t(works.size()));
    for (std::size_t i = 0; i < works.size(); ++i) {
      database_->write(works[i], [&, i](store::Outcome outcome) {
        outcomes[i] = std::move(outcome);
        if (on_answer) on_answer(i);
        answered.count_down();
      });
    }
    queued.count_down();
    answered.wait();
    holder.join();
    return outcomes;
  }

  std::vector<Line> lines() {
    std::vector<Line> found;
    database_->read_now([&](Tx& tx) {
      found = store::all<Line>(tx, every_line, {});
      return true;
    });
    return found;
  }
  std::vector<std::int64_t> numbers() {
    std::vector<std::int64_t> found;
    for (const Line& one : lines()) found.push_back(one.n);
    return found;
  }

  store::Database& database() { return *database_; }
  std::function<void(std::size_t)> on_answer;
  bool keep_file = false;

  static std::string name() {
    static int made = 0;
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("writer_{}_{}", getpid(), ++made);
    std::filesystem::create_directories(folder);
    return (folder / "desk.sqlite").string();
  }

 private:
  std::string path_;
  TickingClock clock_;
  SeededRandom random_{3};
  std::unique_ptr<store::Database> database_;
};

std::vector<End> ends(const std::vector<store::Outcome>& outcomes) {
  std::vector<End> found;
  for (const auto& one : outcomes) found.push_back(one.end);
  return found;
}

using Numbers = std::vector<std::int64_t>;
using Ends = std::vector<End>;

}  // namespace

TEST_CASE("writer: requests that wait together pay one flush, each at its own instant") {
  Desk desk;
  CHECK(ends(desk.together({line(1), line(2), line(3)})) == Ends(3, End::committed));
  CHECK(commits == 1);
  const auto lines = desk.lines();
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].at < lines[1].at);
  CHECK(lines[1].at < lines[2].at);
}

TEST_CASE("writer: a request alone is not kept waiting for company") {
  Desk desk;
  commits = 0;
  const auto started = std::chrono::steady_clock::now();
  for (int i = 1; i <= 20; ++i) CHECK(desk.database().write_now(line(i)).end == End::committed);
  CHECK(commits == 20);
  CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(5));
}

TEST_CASE("writer: a long queue is several transactions, of 64 requests at most") {
  Desk desk;
  std::vector<store::Work> works;
  for (int i = 1; i <= 130; ++i) works.push_back(line(i));
  CHECK(ends(desk.together(works)) == Ends(130, End::committed));
  CHECK(commits >= 3);
  CHECK(commits < 20);
  CHECK(desk.numbers().size() == 130);

  Desk each({std::chrono::seconds(10)}, 1);
  each.together({line(1), line(2), line(3)});
  CHECK(commits == 3);
}

TEST_CASE("writer: a shared transaction ends after 20 ms of work") {
  Desk desk;
  const auto slow = [](std::int64_t n) {
    return [n](Tx& tx) {
      write_line(tx, n);
      std::this_thread::sleep_for(std::chrono::milliseconds(25));
      return true;
    };
  };
  CHECK(ends(desk.together({slow(1), slow(2), slow(3)})) == Ends(3, End::committed));
  CHECK(commits == 3);
}

TEST_CASE("writer: whoever is answered finds the write there") {
  Desk desk;
  std::atomic<int> found = 0;
  desk.on_answer = [&](std::size_t) { found += desk.numbers().size() == 3; };
  desk.together({line(1), line(2), line(3)});
  CHECK(found == 3);
}

TEST_CASE("writer: a refusal, a surprise and a broken rule in the middle touch nobody else") {
  Desk desk;
  const auto refuse = [](Tx& tx) {
    write_line(tx, 10);
    return false;
  };
  const auto surprise = [](Tx& tx) -> bool {
    write_line(tx, 11);
    throw std::runtime_error("a bug");
  };
  const auto twice = [](Tx& tx) {
    write_line(tx, 12);
    write_line(tx, 1);  // the key of the first request, not yet committed
    return true;
  };
  const auto outcomes = desk.together({line(1), refuse, line(2), surprise, twice, line(3)});
  CHECK(ends(outcomes) == Ends{End::committed, End::rolled_back, End::committed, End::failed, End::failed, End::committed});
  CHECK_THAT(outcomes[4].cause, Catch::Contains("trial.add"));
  CHECK(commits == 1);
  CHECK(desk.numbers() == Numbers{1, 2, 3});
}

TEST_CASE("writer: when the shared commit fails, each request is run again by itself") {
  Desk desk;
  std::vector<store::Work> works{line(1), line(2), line(3)};
  commits_to_fail = 1;
  const auto outcomes = desk.together(works);
  CHECK(ends(outcomes) == Ends(3, End::committed));
  CHECK(commits == 4);
  CHECK(desk.numbers() == Numbers{1, 2, 3});
}

TEST_CASE("writer: a refusal that was seen in a lost transaction is decided anew") {
  Desk desk;
  int seen = 0;
  const auto only_the_second_time = [&](Tx& tx) {
    write_line(tx, 2);
    return ++seen > 1;
  };
  commits_to_fail = 1;
  CHECK(ends(desk.together({line(1), only_the_second_time})) == Ends(2, End::committed));
  CHECK(desk.numbers() == Numbers{1, 2});
}

TEST_CASE("writer: a full disk is told to the request that filled it, and the others go on") {
  Desk desk;
  desk.database().write_in_bulk([](Tx& tx) {
    tx.sqlite()->exec("PRAGMA max_page_count=200");
    return true;
  });
  const auto fill = [](Tx& tx) {
    store::run(tx, huge, {});
    return true;
  };
  CHECK(ends(desk.together({line(1), fill, line(2)})) == Ends{End::committed, End::full, End::committed});
  CHECK(ends(desk.together({fill})) == Ends{End::full});
  CHECK(ends(desk.together({line(3)})) == Ends{End::committed});
  CHECK(desk.numbers() == Numbers{1, 2, 3});
}

TEST_CASE("writer: a statement that drops the whole transaction fails alone") {
  Desk desk;
  const auto drop = [](Tx& tx) {
    store::run(tx, drop_all, {});
    return true;
  };
  CHECK(ends(desk.together({line(2), drop, line(3)})) == Ends{End::committed, End::failed, End::committed});
  CHECK(desk.numbers() == Numbers{2, 3});
}

TEST_CASE("writer: a statement that somebody forgot to reset fails alone") {
  Desk desk;
  sqlite3_stmt* forgotten = nullptr;
  const auto forget = [&](Tx& tx) {
    if (!forgotten) {
      const char* sql = "INSERT INTO line (n, at) VALUES (8, 0), (9, 0) RETURNING n";
      sqlite3_prepare_v2(tx.sqlite()->handle(), sql, -1, &forgotten, nullptr);
    }
    sqlite3_step(forgotten);
    return true;
  };
  const auto outcomes = desk.together({line(1), forget, line(2)});
  CHECK(outcomes[0].end == End::committed);
  CHECK(outcomes[1].end != End::committed);
  CHECK(outcomes[2].end == End::committed);
  CHECK(desk.numbers() == Numbers{1, 2});
  desk.database().write_in_bulk([&](Tx&) { return sqlite3_finalize(forgotten) == SQLITE_OK; });
}

TEST_CASE("writer: what has waited too long is told so, and not run") {
  Desk desk(std::chrono::milliseconds(50));
  CHECK(ends(desk.together({line(1), line(2)}, std::chrono::milliseconds(120))) == Ends(2, End::busy));
  CHECK(desk.numbers().empty());
}

TEST_CASE("writer: long work on temporary tables keeps nobody from writing, and its own writes see them") {
  Desk desk;
  std::latch staged(1);
  std::latch written(1);
  std::thread import([&] {
    desk.database().stage([&](Tx& tx) {
      tx.sqlite()->exec("CREATE TEMP TABLE laid AS SELECT 7 AS n");
      staged.count_down();
      written.wait();
      return true;
    });
    desk.database().write_in_bulk([](Tx& tx) {
      tx.sqlite()->exec("INSERT INTO line (n, at) SELECT n, 0 FROM laid");
      return true;
    });
  });
  staged.wait();
  CHECK(desk.database().write_now(line(1)).end == End::committed);
  written.count_down();
  import.join();
  CHECK(desk.numbers() == Numbers{1, 7});
}

TEST_CASE("writer: a disk that refuses to keep a write ends the process before anybody is answered") {
  const std::string path = Desk::name();
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);  // Catch would report it
    if (!freopen("/dev/null", "w", stderr)) _exit(3);
    Desk desk(path);
    desk.keep_file = true;
    desk.on_answer = [&](std::size_t i) {
      const auto told = char('0' + i);
      if (write(pipe_ends[1], &told, 1) != 1) _exit(3);
    };
    desk.together({line(1)});
    desk.on_answer = [&](std::size_t) { [[maybe_unused]] const auto told = write(pipe_ends[1], "x", 1); };
    refused_flushes = 1;
    desk.together({line(2), line(3)});
    _exit(0);
  }
  close(pipe_ends[1]);
  std::string answered;
  for (char one = 0; read(pipe_ends[0], &one, 1) == 1;) answered += one;
  close(pipe_ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
  CHECK(answered == "0");  // the first write, and none of those that the disk refused
  Desk again(path);
  CHECK(again.numbers().at(0) == 1);
}
