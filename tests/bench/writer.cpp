// Durable writes a second: requests that wait together share a transaction, beside one transaction each. Alternated in one run.
//
// usage: bench_writer FOLDER SECONDS ROUNDS        each cell lasts that long; then the same with each flush slowed by 4 ms. Prints JSON.
// A write is what the hall does for one request: the key, two rows of the room, a line of audit, a job, the reply.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <semaphore>
#include <thread>

#include "app/migrations.h"
#include "bench/in_house.h"
#include "gate/keys.h"
#include "store/audit.h"
#include "store/jobs.h"
#include "store/migrations.h"
#include "store/rows.h"

// Standing in front of the C library's, it plays a slower disk.
static std::atomic<int> slowed_by_us = 0;
extern "C" int fdatasync(int file) {
  if (const int us = slowed_by_us.load()) usleep(useconds_t(us));
  return fsync(file);
}

namespace {

using std::chrono::steady_clock;

const store::Query add_message{"bench.add", "INSERT INTO bench_message (id, thread, author, body, sent_at) VALUES ($1, $2, $3, $4, $5)"};
const store::Query touch_thread{"bench.touch",
                                "INSERT INTO bench_thread (id, sent_at) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET sent_at = $2"};
constexpr auto tables =
    "CREATE TABLE bench_thread (id {id} NOT NULL PRIMARY KEY, sent_at {instant} NOT NULL) {table};"
    "CREATE TABLE bench_message (id {id} NOT NULL PRIMARY KEY, thread {id} NOT NULL, author {id} NOT NULL, body {text} NOT NULL, "
    "sent_at {instant} NOT NULL) {table}";
constexpr std::string_view body =
    "La sortie de jeudi est maintenue. Merci de signer avant mercredi soir et de prévoir un pique-nique, une gourde et un vêtement de "
    "pluie. Les accompagnateurs sont attendus à 8 h 20 devant le portail de l’école.";

/// One request, as the gate would run it. `n` is never the same twice.
bool request(Tx& tx, std::int64_t n) {
  Uuid thread{};
  Uuid author{};
  thread.bytes[0] = 1;
  thread.bytes[14] = static_cast<unsigned char>(n % 200);
  author.bytes[0] = 2;
  author.bytes[14] = static_cast<unsigned char>(n % 250);
  const gate::KeyOfWrite key{PersonId{author}, "2 /bench", fmt::format("bench-{:020}", n), crypto::sha256("body")};
  const auto already = gate::claim_key(tx, key);
  if (!already || *already) return false;
  const Uuid message = tx.new_id<Uuid>();
  const store::Param in[] = {store::param(message), store::param(thread), store::param(author), store::param(body), store::param(tx.now())};
  store::run(tx, add_message, in);
  const store::Param touched[] = {store::param(thread), store::param(tx.now())};
  store::run(tx, touch_thread, touched);
  store::audit(tx, {.act = "bench.send", .person = author, .thing = message});
  store::add_job(tx, "bench.sent", "{}", tx.now());
  gate::Reply reply;
  reply.body = std::string(body.substr(0, 160));
  gate::keep_reply(tx, key, &reply, 200);
  return true;
}

struct Cell {
  double per_second = 0;
  double p50_ms = 0;
  double p99_ms = 0;
  double cpu_ms = 0;
};

std::atomic<std::int64_t> written = 0;

Cell measure(const std::filesystem::path& folder, int clients, int shared, double seconds) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const SystemClock clock;
  SystemRandom random;
  Cell cell;
  {
    auto database = store::Database::open(
        {.path = (folder / "bench.sqlite").string(), .workers = 1, .shared_writes = shared, .patience = std::chrono::minutes(1)},
        {&clock, &random, Zone::named("Europe/Paris"), nullptr});
    const int slowed = slowed_by_us.exchange(0);
    store::migrate(*database, app::migrations());
    database->script(store::spelled_for(store::Engine::sqlite, tables));
    slowed_by_us = slowed;
    std::atomic<bool> going = true;
    std::atomic<int> failed = 0;
    std::vector<std::vector<double>> took(static_cast<std::size_t>(clients));
    std::vector<std::thread> threads;
    const double cpu = cpu_seconds();
    const auto started = steady_clock::now();
    for (auto& mine : took) {
      threads.emplace_back([&] {
        std::binary_semaphore answered(0);
        while (going) {
          const auto asked = steady_clock::now();
          const std::int64_t n = ++written;
          database->write([n](Tx& tx) { return request(tx, n); },
                          [&](store::Outcome outcome) {
                            failed += outcome.end != store::End::committed;
                            answered.release();
                          });
          answered.acquire();
          mine.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - asked).count());
        }
      });
    }
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    going = false;
    for (auto& thread : threads) thread.join();
    const double lasted = std::chrono::duration<double>(steady_clock::now() - started).count();
    std::vector<double> all;
    for (const auto& mine : took) all.insert(all.end(), mine.begin(), mine.end());
    std::ranges::sort(all);
    if (failed > 0) throw std::runtime_error(fmt::format("{} of {} writes failed", failed.load(), all.size()));
    cell = {double(all.size()) / lasted, all[all.size() / 2], all[all.size() * 99 / 100],
            (cpu_seconds() - cpu) / double(all.size()) * 1000};
  }
  std::filesystem::remove_all(folder);
  return cell;
}

Cell median(std::vector<Cell> cells) {
  std::ranges::sort(cells, {}, &Cell::per_second);
  return cells[cells.size() / 2];
}

std::string told(const char* name, const Cell& c) {
  return fmt::format(R"("{}":{{"rate":{:.0f},"p50":{:.3f},"p99":{:.3f},"cpu_ms":{:.4f}}})", name, c.per_second, c.p50_ms, c.p99_ms,
                     c.cpu_ms);
}

/// One line of the answer: one transaction each, and shared, in turn.
std::string compare(const std::filesystem::path& folder, int clients, double seconds, int rounds) {
  std::vector<Cell> each;
  std::vector<Cell> shared;
  for (int round = 0; round < rounds; ++round) {
    each.push_back(measure(folder, clients, 1, seconds));
    shared.push_back(measure(folder, clients, 64, seconds));
  }
  return fmt::format(R"({{"clients":{},"slowed_ms":{},{},{}}})", clients, slowed_by_us / 1000, told("each", median(each)),
                     told("shared", median(shared)));
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 2;
  const double seconds = std::stod(words[2]);
  const int rounds = std::stoi(words[3]);
  std::string lines;
  for (const int slow_us : {0, 4000}) {
    slowed_by_us = slow_us;
    for (const int clients : {1, 8, 64}) lines += (lines.empty() ? "" : ",") + compare(words[1], clients, seconds, rounds);
  }
  fmt::print("[{}]\n", lines);
}
