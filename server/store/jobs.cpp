#include "store/jobs.h"

#include "store/queries.gen.h"

namespace store {

namespace {

constexpr Millis lease = minutes(5);
constexpr std::int64_t most_tries = 8;

struct Due {
  Uuid id;
  std::string kind;
  std::string payload;
  std::int64_t tries;
};
BOOST_DESCRIBE_STRUCT(Due, (), (id, kind, payload, tries))

// The one statement that cannot be said alike: several nodes of PostgreSQL take different rows.
const Query due_sqlite{"store.due_job",
                       "SELECT id, kind, payload, tries FROM store_job WHERE dead_at IS NULL AND due_at <= $1 "
                       "AND (leased_until IS NULL OR leased_until < $1) ORDER BY due_at, id LIMIT 1"};
const Query due_postgres{"store.due_job",
                         "SELECT id, kind, payload, tries FROM store_job WHERE dead_at IS NULL AND due_at <= $1 "
                         "AND (leased_until IS NULL OR leased_until < $1) ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"};

}  // namespace

void add_job(Tx& tx, std::string_view kind, std::string_view payload, Millis due_at) {
  q::add_job(tx, tx.new_id<Uuid>(), kind, payload, tx.now(), due_at);
  auto& first = tx.told().job_due_at;
  first = first ? std::min(*first, due_at) : due_at;
}

JobCounts count_jobs(Tx& tx) { return q::count_jobs(tx, tx.now() - overdue_after).value_or(JobCounts{}); }

void add_job_once(Tx& tx, std::string_view kind, std::string_view payload, Millis due_at) {
  if (!q::job_waiting(tx, kind)) add_job(tx, kind, payload, due_at);
}

Jobs::Jobs(Database& database, std::map<std::string, Run> runs) : database_(database), runs_(std::move(runs)) {}

Jobs::~Jobs() {
  database_.on_job({});
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Jobs::start() {
  database_.on_job([this](Millis due_at) {
    const std::lock_guard lock(mutex_);
    if (due_at >= sleeps_until_) return;
    woken_ = true;
    wake_.notify_all();
  });
  thread_ = std::thread([this] { loop(); });
}

void Jobs::loop() {
  for (;;) {
    run_due();
    Millis wait = seconds(30);
    database_.read_now([&](Tx& tx) {
      if (const auto due = q::next_job_due(tx); due && *due) wait = std::clamp<Millis>(**due - tx.now(), 100, wait);
      return true;
    });
    std::unique_lock lock(mutex_);
    sleeps_until_ = database_.world().clock->now() + wait;
    wake_.wait_for(lock, std::chrono::milliseconds(wait), [this] { return stop_ || woken_; });
    if (stop_) return;
    woken_ = false;
    sleeps_until_ = std::numeric_limits<Millis>::max();  // while it runs, it looks again before it sleeps
  }
}

int Jobs::run_due() {
  int ran = 0;
  while (const auto claimed = claim()) {
    attempt(*claimed);
    ++ran;
    const std::lock_guard lock(mutex_);
    if (stop_) break;
  }
  return ran;
}

std::optional<Jobs::Claimed> Jobs::claim() {
  std::optional<Claimed> claimed;
  database_.write_in_bulk([&](Tx& tx) {
    claimed.reset();
    const Param in[] = {param(tx.now())};
    const auto due = find<Due>(tx, tx.sqlite() ? due_sqlite : due_postgres, in);
    if (!due) return false;
    q::lease_job(tx, due->id, tx.now() + lease);
    claimed = Claimed{due->id, due->kind, due->payload, due->tries + 1};
    return true;
  });
  return claimed;
}

void Jobs::attempt(const Claimed& job) {
  const auto run = runs_.find(job.kind);
  if (run == runs_.end()) return failed(job, "nobody runs this kind");
  std::string refused;
  const Outcome outcome = database_.write_now([&](Tx& tx) {
    const Result<> done = run->second(tx, job.payload);
    refused = done ? "" : done.error().code;
    if (!done) return false;
    q::finish_job(tx, job.id);
    return true;
  });
  if (outcome.end != End::committed) failed(job, refused.empty() ? outcome.cause : refused);
}

void Jobs::failed(const Claimed& job, const std::string& cause) {
  database_.write_now([&](Tx& tx) {
    if (job.tries >= most_tries) {
      q::bury_job(tx, job.id, tx.now(), cause);
    } else {
      q::put_off_job(tx, job.id, tx.now() + (minutes(1) << (job.tries - 1)), cause);
    }
    return true;
  });
}

}  // namespace store
