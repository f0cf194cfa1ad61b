#pragma once
// A territory to load exports into, and questions to ask it.
#include <unistd.h>

#include <cstdlib>
#include <deque>

#include "aaf/export.h"
#include "app/migrations.h"
#include "import/aaf/import.h"
#include "store/database.h"

namespace aaf::trial {

/// Keeps what an import told.
struct Heard : Listener {
  std::vector<Difference> schools;
  std::vector<Remark> remarks;
  std::function<void()> after_school;

  void school(const Difference& difference) override { schools.push_back(difference); }
  std::int64_t most_remarks() const override { return 1000; }
  void remark(const Remark& remark) override { remarks.push_back(remark); }
  void applying(std::int64_t, std::int64_t, std::int64_t) override {
    if (after_school) after_school();
  }

  bool said(std::string_view code, std::string_view key = {}) const {
    return std::ranges::any_of(remarks, [&](const Remark& r) { return r.code == code && (key.empty() || r.key == key); });
  }
};

/// Monday 14 September 2026, 8:30 in Paris.
inline Millis monday_morning() { return Zone::named("Europe/Paris").instant(date_of(2026, 9, 14), 8 * 60 + 30); }

inline bool on_postgres() {
  const char* engine = std::getenv("PREAU_TEST_ENGINE");
  return engine && std::string_view(engine) == "postgres";
}

/// A migrated territory without anybody, of the engine that PREAU_TEST_ENGINE names; gone at the end of the test.
class Territory {
 public:
  explicit Territory(Random* random = nullptr) {
    static int made = 0;
    const std::string name = "aaf_" + std::to_string(getpid()) + "_" + std::to_string(++made);
    if (on_postgres()) {
      const char* server = std::getenv("PREAU_TEST_POSTGRES");
      if (!server) throw std::runtime_error("PREAU_TEST_POSTGRES is not set: run through tools/postgres.py or ./dev test");
      admin_ = std::make_unique<store::Postgres>(server, "public");
      admin_->exec(("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'").c_str());
      const std::string uri = server;
      options_ = {.engine = store::Engine::postgres, .uri = uri.substr(0, uri.rfind('/') + 1) + name, .threads = false};
    } else {
      options_ = {.path = (std::filesystem::temp_directory_path() / (name + ".sqlite")).string(), .threads = false};
    }
    name_ = name;
    random_used_ = random ? random : &random_;
    reopen();
    store::migrate(*database_, app::migrations());
  }
  ~Territory() {
    database_.reset();
    if (admin_) admin_->exec(("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)").c_str());
    for (const char* ending : {"", ".lock", "-wal", "-shm"}) std::filesystem::remove(options_.path + ending);
  }
  Territory(const Territory&) = delete;

  void reopen() {
    database_.reset();
    static const crypto::KeyFile keys = crypto::KeyFile::fixed(7);
    database_ = store::Database::open(options_, {&clock, random_used_, Zone::named("Europe/Paris"), &keys});
  }
  /// Lets go of the database, so that another process may open it.
  void close() { database_.reset(); }

  Result<Totals> load(Export& delivery, Import asked = {}) {
    asked.folder = delivery.folder();
    asked.apply = true;
    heard.schools.clear();
    heard.remarks.clear();
    return run(*database_, asked, heard);
  }
  Result<Totals> plan(Export& delivery, Import asked = {}) {
    asked.folder = delivery.folder();
    return run(*database_, asked, heard);
  }

  /// The first column of each row, as text.
  std::vector<std::string> ask(const std::string& sql) {
    std::vector<std::string> rows;
    const auto outcome = database_->write_in_bulk([&](Tx& tx) {
      rows = store::all<std::string>(tx, query(sql), {});
      return true;
    });
    if (outcome.end != store::End::committed) throw std::runtime_error(outcome.cause);
    return rows;
  }
  std::string one(const std::string& sql) {
    const auto rows = ask(sql);
    return rows.empty() ? "" : rows[0];
  }
  int count(const std::string& table, const std::string& where = "1 = 1") {
    return std::stoi(one("SELECT CAST(count(*) AS TEXT) FROM " + table + " WHERE " + where));
  }
  /// Statements of a test that plays the rest of the product.
  void change(const std::string& sql) { database_->script(sql); }

  /// What a person is: "pupil_of_class CE1 A ce1 from 2026-09-14 until 2026-09-20", in order.
  std::vector<std::string> relations(const std::string& key, bool ended = false) {
    return ask(
        "SELECT r.kind || ' ' || coalesce(ch.feed_key, c.label, g.label, s.uai) || coalesce(' ' || r.code, '') || "
        "CASE WHEN r.until_on IS NULL THEN '' ELSE ' from ' || CAST(r.from_on AS TEXT) || ' until ' || CAST(r.until_on AS TEXT) END "
        "FROM people_relation r JOIN people_person p ON p.id = r.person LEFT JOIN people_person ch ON ch.id = r.child "
        "LEFT JOIN people_class c ON c.id = r.school_class LEFT JOIN people_group g ON g.id = r.school_group "
        "LEFT JOIN people_school s ON s.id = r.school "
        "WHERE p.feed_key = '" +
        key + "'" + (ended ? "" : " AND r.until_on IS NULL") + " ORDER BY r.kind, 1");
  }
  /// Every row of what an import may write, as text: two equal snapshots mean that nothing was touched.
  std::string snapshot() {
    std::string all;
    for (const char* sql :
         {"SELECT CAST(id AS TEXT) || name || CAST(made_at AS TEXT) FROM people_party ORDER BY 1",
          "SELECT CAST(id AS TEXT) || uai || slug || name || CAST(fed_on AS TEXT) || CAST(made_at AS TEXT) FROM people_school ORDER BY 1",
          "SELECT CAST(id AS TEXT) || feed_key || first_name || last_name || coalesce(ine, '') || CAST(made_at AS TEXT) FROM people_person "
          "ORDER BY 1",
          "SELECT CAST(id AS TEXT) || label || CAST(made_at AS TEXT) FROM people_class ORDER BY 1",
          "SELECT CAST(id AS TEXT) || label || CAST(made_at AS TEXT) FROM people_group ORDER BY 1",
          "SELECT CAST(id AS TEXT) || kind || coalesce(code, '') || CAST(from_on AS TEXT) || coalesce(CAST(until_on AS TEXT), '') || "
          "source || CAST(made_at AS TEXT) FROM people_relation ORDER BY 1",
          "SELECT CAST(id AS TEXT) || act FROM store_audit ORDER BY 1"}) {
      for (const std::string& row : ask(sql)) all += row + "\n";
    }
    return all;
  }

  store::Database& database() { return *database_; }
  FixedClock clock{monday_morning()};
  Heard heard;

 private:
  const store::Query& query(const std::string& sql) {
    texts_.push_back(sql);
    return queries_.emplace_back(store::Query{"trial", texts_.back().c_str()});
  }

  std::string name_;
  SeededRandom random_{42};
  Random* random_used_ = nullptr;
  std::unique_ptr<store::Postgres> admin_;
  store::Options options_;
  std::deque<std::string> texts_;  // statements are kept prepared by their address
  std::deque<store::Query> queries_;
  std::unique_ptr<store::Database> database_;
};

inline std::string code_of(const Result<Totals>& result) { return result ? "" : result.error().code; }

}  // namespace aaf::trial
