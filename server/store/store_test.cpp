#include <catch2/catch.hpp>

#include "store/audit.h"
#include "store/jobs.h"
#include "store/migrations.h"
#include "store/query.h"
#include "store/rows.h"
#include "village/village.h"

TEST_CASE("store: a list is padded with its last id, an empty one with an id that no row carries") {
  const store::Query query{"test.list", "SELECT id FROM t WHERE a = $1 AND id IN ($2*) AND b = $1 AND c = $3", true};
  const std::vector<PersonId> two(2);
  const std::string word = "a";
  const store::Param in[] = {store::param(word), store::param(two), store::param(std::int64_t(5))};
  const auto spelled = store::spell(query, in);
  CHECK(spelled.sql == "SELECT id FROM t WHERE a = $1 AND id IN ($2, $3, $4, $5, $6, $7, $8, $9) AND b = $1 AND c = $10");
  CHECK(spelled.params.size() == 10);
  const std::vector<PersonId> many(513);
  const store::Param too_long[] = {store::param(word), store::param(many), store::param(std::int64_t(5))};
  CHECK_THROWS_AS(store::spell(query, too_long), store::Fault);
}

TEST_CASE("store: every type goes in and comes back the same") {
  Village v;
  v.database().script(store::spelled_for(v.database().engine(),
                                         "CREATE TABLE every (id {id} NOT NULL PRIMARY KEY, at {instant}, day {date}, n {int} NOT NULL, "
                                         "yes {bool} NOT NULL, word {text}, raw {bytes}) {table}"));
  struct Every {
    PersonId id;
    std::optional<Millis> at;
    std::optional<Date> day;
    std::int64_t n;
    bool yes;
    std::optional<std::string> word;
    std::optional<std::vector<unsigned char>> raw;
  };
  static const store::Query add{"test.add", "INSERT INTO every (id, at, day, n, yes, word, raw) VALUES ($1, $2, $3, $4, $5, $6, $7)"};
  const std::string text = "Œuvre d’été\n\"'";
  const std::vector<unsigned char> raw{0, 1, 255, 0};
  v.write([&](Tx& tx) {
    const store::Param in[] = {store::param(v.tom), store::param(tx.now()), store::param(tx.today()), store::param(std::int64_t(-7)),
                               store::param(true),  store::param(text),     store::param(raw)};
    CHECK(store::run(tx, add, in) == 1);
    const store::Param none[] = {store::param(v.lina),
                                 store::param(std::optional<Millis>()),
                                 store::param(std::optional<Date>()),
                                 store::param(std::int64_t(0)),
                                 store::param(false),
                                 store::param(std::optional<std::string>()),
                                 store::param(std::optional<std::vector<unsigned char>>())};
    CHECK(store::run(tx, add, none) == 1);
  });
  CHECK(v.count("every", "yes AND word IS NOT NULL AND day = '2026-09-14'") == 1);
  CHECK(v.count("every", "NOT yes AND word IS NULL AND raw IS NULL AND day IS NULL") == 1);
}

TEST_CASE("store: work that asks for it is rolled back, and so is a surprise") {
  Village v;
  auto line = [](Tx& tx) { store::audit(tx, {.act = "test.act"}); };
  const auto before = v.count("store_audit");
  const auto refused = v.database().write_now([&](Tx& tx) {
    line(tx);
    return false;
  });
  CHECK(refused.end == store::End::rolled_back);
  const auto surprise = v.database().write_now([&](Tx& tx) -> bool {
    line(tx);
    throw std::runtime_error("a bug");
  });
  CHECK(surprise.end == store::End::failed);
  CHECK(v.count("store_audit") == before);
  v.write(line);
  CHECK(v.count("store_audit") == before + 1);
}

TEST_CASE("store: a broken foreign key is a fault that names the query and no value") {
  Village v;
  static const store::Query wrong{"test.wrong", "INSERT INTO gate_account (person, login, made_at) VALUES ($1, 'secret.name', 0)"};
  const auto outcome = v.database().write_now([&](Tx& tx) {
    const PersonId nobody{};
    const store::Param in[] = {store::param(nobody)};
    store::run(tx, wrong, in);
    return true;
  });
  CHECK(outcome.end == store::End::failed);
  CHECK_THAT(outcome.cause, Catch::Contains("test.wrong"));
  CHECK_THAT(outcome.cause, !Catch::Contains("secret.name"));
}

TEST_CASE("store: a job runs once, is retried with back-off, and dies visibly") {
  Village v;
  int runs = 0;
  bool works = false;
  store::Jobs jobs(v.database(), {{"test.job", [&](Tx&, std::string_view payload) -> Result<> {
                                     ++runs;
                                     CHECK(payload == "{}");
                                     if (works) return {};
                                     return invalid("test.not_yet");
                                   }}});
  v.write([&](Tx& tx) { store::add_job(tx, "test.job", "{}", tx.now()); });
  CHECK(jobs.run_due() == 1);
  CHECK(jobs.run_due() == 0);  // put off by a minute
  v.clock().advance(minutes(1));
  works = true;
  CHECK(jobs.run_due() == 1);
  CHECK(v.count("store_job") == 0);

  works = false;
  v.write([&](Tx& tx) { store::add_job_once(tx, "test.job", "{}", tx.now()); });
  v.write([&](Tx& tx) { store::add_job_once(tx, "test.job", "{}", tx.now()); });
  CHECK(v.count("store_job") == 1);
  for (int i = 0; i < 12; ++i) {
    jobs.run_due();
    v.clock().advance(hours(5));
  }
  CHECK(v.count("store_job", "dead_at IS NOT NULL AND tries = 8 AND cause = 'test.not_yet'") == 1);
  CHECK(runs == 10);
}

TEST_CASE("store: a job nobody knows stays visible too") {
  Village v;
  v.write([&](Tx& tx) { store::add_job(tx, "test.unknown", "{}", tx.now()); });
  v.run_jobs();
  CHECK(v.count("store_job", "kind = 'test.unknown' AND tries = 1 AND cause IS NOT NULL") == 1);
}

TEST_CASE("store: migrations run once, and a database from a later release is refused") {
  Village v;
  const store::Migration one[] = {{"29990101_0000_test_later", "test", "CREATE TABLE later (id {id} NOT NULL PRIMARY KEY) {table}"}};
  CHECK(store::schema_fit(v.database(), one) == store::Fit::newer);
  CHECK_THROWS_AS(store::migrate(v.database(), one), store::Fault);
}
