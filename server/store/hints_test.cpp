#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

#include "app/migrations.h"
#include "store/hints.h"
#include "store/jobs.h"
#include "store/migrations.h"
#include "village/village.h"

using namespace std::literals;

namespace {

/// What a database told, in order.
struct Heard {
  std::mutex mutex;
  std::vector<std::string> words;
  void listen(store::Database& database) {
    database.on_hints([this](const std::vector<store::Hint>& hints) {
      const std::lock_guard lock(mutex);
      for (const store::Hint& hint : hints) words.push_back(hint.about);
    });
  }
  std::vector<std::string> all() {
    const std::lock_guard lock(mutex);
    return words;
  }
  bool hears(std::string_view word) {
    for (int i = 0; i < 300; ++i) {
      const auto now = all();
      if (std::find(now.begin(), now.end(), word) != now.end()) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }
};

store::Outcome say(store::Database& database, const std::string& word, bool keep = true) {
  return database.write_now([&](Tx& tx) {
    store::hint(tx, {tx.new_id<Uuid>(), word, {}});
    return keep;
  });
}

}  // namespace

TEST_CASE("store: a hint is told once its transaction is kept, never when it is rolled back, and once if said twice") {
  Village v;
  Heard heard;
  heard.listen(v.database());
  say(v.database(), "lost", false);
  v.database().write_now([](Tx& tx) {
    store::hint(tx, {{}, "bell", {}});
    store::hint(tx, {{}, "bell", {}});
    CHECK(tx.writes());
    return true;
  });
  v.database().write_in_bulk([](Tx& tx) {
    store::hint(tx, {{}, "sweep", {}});
    return true;
  });
  CHECK(heard.all() == std::vector<std::string>{"bell", "sweep"});
  v.database().on_hints({});
  say(v.database(), "unheard");
  CHECK(heard.all().size() == 2);
}

TEST_CASE("store: hints of requests that share a transaction are those of the kept ones") {
  const auto path = std::filesystem::temp_directory_path() / fmt::format("hints_{}.sqlite", ::getpid());
  FixedClock clock(0);
  SeededRandom random(1);
  {
    const auto database = store::Database::open({.path = path.string(), .workers = 1}, {&clock, &random, Zone::named("Europe/Paris")});
    Heard heard;
    heard.listen(*database);
    std::atomic<int> done = 0;
    for (int i = 0; i < 40; ++i) {
      database->write(
          [i](Tx& tx) {
            store::hint(tx, {{}, fmt::format("{}", i), {}});
            return i % 2 == 0;
          },
          [&](const store::Outcome&) { ++done; });
    }
    while (done < 40) std::this_thread::sleep_for(1ms);
    const auto all = heard.all();
    CHECK(all.size() == 20);
    for (const std::string& word : all) CHECK(std::stoi(word) % 2 == 0);
    database->on_hints({});
  }
  for (const char* ending : {"", ".lock", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
}

TEST_CASE("store: two processes on PostgreSQL share their hints, each hearing its own once") {
  const char* uri = std::getenv("PREAU_TEST_POSTGRES");
  const char* engine = std::getenv("PREAU_TEST_ENGINE");
  if (!uri || !engine || std::string_view(engine) != "postgres") return;
  FixedClock clock(0);
  SystemRandom random;
  const store::World world{&clock, &random, Zone::named("Europe/Paris")};
  const store::Options options{.engine = store::Engine::postgres, .uri = uri, .workers = 1};
  store::Options elsewhere = options;
  elsewhere.schema = "autre";
  store::Options command_line = options;
  command_line.threads = false;
  const auto one = store::Database::open(options, world);
  const auto two = store::Database::open(options, world);
  const auto other_territory = store::Database::open(elsewhere, world);
  const auto command = store::Database::open(command_line, world);
  Heard by_one;
  Heard by_two;
  Heard by_other;
  by_one.listen(*one);
  by_two.listen(*two);
  by_other.listen(*other_territory);
  std::this_thread::sleep_for(300ms);  // both listen

  say(*one, "from_one");
  CHECK(by_two.hears("from_one"));
  say(*two, "from_two");
  CHECK(by_one.hears("from_two"));
  say(*command, "from_the_command_line");
  CHECK(by_one.hears("from_the_command_line"));
  CHECK(by_two.hears("from_the_command_line"));
  one->write_now([](Tx& tx) {
    for (int i = 0; i < 200; ++i) store::hint(tx, {tx.new_id<Uuid>(), "many", tx.new_id<Uuid>()});
    store::hint(tx, {{}, "last", {}});
    return true;
  });
  CHECK(by_two.hears("last"));

  auto heard = by_one.all();
  CHECK(std::count(heard.begin(), heard.end(), "from_one") == 1);
  heard = by_two.all();
  CHECK(std::count(heard.begin(), heard.end(), "many") == 200);
  CHECK(by_other.all().empty());

  // The connection of hints is cut: everybody's standing is asked anew, and hints flow again.
  command->script(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (query LIKE 'LISTEN preau_%' OR query LIKE "
      "'%pg_notify%')");
  CHECK(by_two.hears(store::standing));
  CHECK(by_one.hears(store::standing));
  say(*one, "again");
  CHECK(by_two.hears("again"));
  for (auto* database : {one.get(), two.get(), other_territory.get()}) database->on_hints({});
}

TEST_CASE("store: a job that is due now does not wait for the next sweep, one of later is not run early") {
  std::atomic<int> ran = 0;
  const auto path = std::filesystem::temp_directory_path() / fmt::format("wake_{}.sqlite", ::getpid());
  SystemClock clock;
  SeededRandom random(1);
  {
    const auto database = store::Database::open({.path = path.string(), .workers = 1}, {&clock, &random, Zone::named("Europe/Paris")});
    store::migrate(*database, app::migrations());
    store::Jobs jobs(*database, {{"tests.ring", [&](Tx&, std::string_view) -> Result<> {
                                    ++ran;
                                    return {};
                                  }}});
    jobs.start();
    std::this_thread::sleep_for(200ms);  // it sleeps for 30 s
    const auto add = [&](Millis in) {
      database->write_now([&](Tx& tx) {
        store::add_job(tx, "tests.ring", "{}", tx.now() + in);
        return true;
      });
    };
    add(hours(1));
    add(0);
    for (int i = 0; i < 200 && ran == 0; ++i) std::this_thread::sleep_for(10ms);
    CHECK(ran == 1);
    add(300);
    for (int i = 0; i < 200 && ran == 1; ++i) std::this_thread::sleep_for(10ms);
    CHECK(ran == 2);
  }
  for (const char* ending : {"", ".lock", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
}
