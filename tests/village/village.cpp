#include "village/village.h"

#include <unistd.h>
#include <boost/json/parse.hpp>
#include <cstdlib>
#include <filesystem>

#include "app/features.h"
#include "app/migrations.h"
#include "gate/accounts.h"
#include "gate/context.h"
#include "gate/same_origin.h"
#include "store/open.h"
#include "store/rows.h"

namespace {

constexpr std::string_view host = "localhost:8080";

Millis monday_morning() { return Zone::named("Europe/Paris").instant(date_of(2026, 9, 14), 8 * 60 + 30); }

bool on_postgres() {
  const char* engine = std::getenv("PREAU_TEST_ENGINE");
  return engine && std::string_view(engine) == "postgres";
}

std::string server_uri() {
  const char* uri = std::getenv("PREAU_TEST_POSTGRES");
  if (!uri) throw std::runtime_error("PREAU_TEST_POSTGRES is not set: run through tools/postgres.py or ./dev test");
  return uri;
}

/// The same server, another database: the last path segment of the URI is the database.
std::string uri_of(const std::string& database) {
  std::string uri = server_uri();
  const auto query = uri.find('?');
  const std::string rest = query == uri.npos ? "" : uri.substr(query);
  uri = uri.substr(0, query);
  return uri.substr(0, uri.rfind('/') + 1) + database + rest;
}

void on_server(const std::string& sql) {
  store::Postgres admin(server_uri(), "public");
  admin.exec(sql.c_str());
}

const crypto::KeyFile& keys() {
  static const crypto::KeyFile fixed = crypto::KeyFile::fixed(7);
  return fixed;
}

std::unique_ptr<store::Database> open_at(const std::string& place, const store::World& world) {
  store::Options options;
  options.threads = false;
  if (on_postgres()) {
    options.engine = store::Engine::postgres;
    options.uri = uri_of(place);
  } else {
    options.path = place;
  }
  return store::Database::open(options, world);
}

/// The village, built once a run: a SQLite file, or a PostgreSQL template.
class Template {
 public:
  Template()
      : place_(on_postgres() ? fmt::format("village_{}", getpid())
                             : (std::filesystem::temp_directory_path() / fmt::format("village_{}.sqlite", getpid())).string()) {
    if (on_postgres()) on_server("CREATE DATABASE " + place_ + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    FixedClock clock(monday_morning());
    SeededRandom random(1);
    const auto database = open_at(place_, {&clock, &random, Zone::named("Europe/Paris"), &keys()});
    store::migrate(*database, app::migrations());
    const auto outcome = database->write_now([](Tx& tx) {
      build_village(tx);
      return true;
    });
    if (outcome.end != store::End::committed) throw std::runtime_error(outcome.cause);
  }
  ~Template() {
    if (on_postgres()) {
      on_server("DROP DATABASE IF EXISTS " + place_ + " WITH (FORCE)");
      return;
    }
    for (const char* ending : {"", ".lock", "-wal", "-shm"}) std::filesystem::remove(place_ + ending);
  }
  const std::string& place() const { return place_; }

 private:
  std::string place_;
};

const Template& village_template() {
  static const Template built;
  return built;
}

std::string clone_name() {
  static int number = 0;
  return fmt::format("village_{}_{}", getpid(), ++number);
}

std::filesystem::path files_folder() {
  static int number = 0;
  return std::filesystem::temp_directory_path() / fmt::format("village_{}_files_{}", getpid(), ++number);
}

}  // namespace

struct Village::Built {
  FixedClock clock{monday_morning()};
  SeededRandom random{42};
  std::string clone;
  std::filesystem::path files = files_folder();  // of this village alone
  store::Blobs blobs{files};
  store::World world{&clock, &random, Zone::named("Europe/Paris"), &keys(), app::listeners(), &blobs};
  std::unique_ptr<store::Database> database;
  gate::HashPool hash_pool{0, 1};
  std::vector<gate::Plug> plugs = app::features("https://preau.exemple.fr");
  std::unique_ptr<gate::Gate> gate;
  std::unique_ptr<store::Jobs> jobs;
  int keys_made = 0;

  Built() {
    if (on_postgres()) {
      clone = clone_name();
      on_server("CREATE DATABASE " + clone + " TEMPLATE " + village_template().place());
      database = open_at(clone, world);
    } else {
      database = store::open_sqlite_copy(village_template().place(), world);
    }
    gate = std::make_unique<gate::Gate>(*database, hash_pool, gate::Settings{"test", "https://preau.exemple.fr", false}, plugs);
    std::map<std::string, store::Jobs::Run> runs;
    for (const auto& plug : plugs) runs.insert(plug.jobs.begin(), plug.jobs.end());
    jobs = std::make_unique<store::Jobs>(*database, std::move(runs));
  }
  ~Built() {
    jobs.reset();
    gate.reset();
    database.reset();
    if (!clone.empty()) on_server("DROP DATABASE IF EXISTS " + clone + " WITH (FORCE)");
    std::filesystem::remove_all(files);
  }
};

Village::Village() : built_(std::make_unique<Built>()) {
  read([this](Tx& tx) { static_cast<Cast&>(*this) = Cast::settle(tx); });
}
Village::~Village() = default;

gate::Gate& Village::gate() { return *built_->gate; }
store::Database& Village::database() { return *built_->database; }
FixedClock& Village::clock() { return built_->clock; }
Millis Village::now() { return built_->clock.now(); }
int Village::run_jobs() { return built_->jobs->run_due(); }

void Village::write(const std::function<void(Tx&)>& work) {
  const auto outcome = database().write_now([&](Tx& tx) {
    work(tx);
    return true;
  });
  if (outcome.end != store::End::committed) throw std::runtime_error(outcome.cause);
}

void Village::read(const std::function<void(Tx&)>& work) {
  const auto outcome = database().read_now([&](Tx& tx) {
    work(tx);
    return true;
  });
  if (outcome.end != store::End::committed) throw std::runtime_error(outcome.cause);
}

PersonId Village::add_pupil(const Arrival& arrival) {
  PersonId id;
  write([&](Tx& tx) { id = settle_pupil(tx, ++added_, arrival); });
  return id;
}

PersonId Village::add_guardian(PersonId child, const std::string& first_name, const std::string& last_name) {
  PersonId id;
  write([&](Tx& tx) { id = settle_guardian(tx, ++added_, child, first_name, last_name); });
  return id;
}

std::int64_t Village::count(const std::string& table, const std::string& where) {
  std::int64_t rows = 0;
  const std::string sql = "SELECT count(*) AS n FROM " + table + (where.empty() ? "" : " WHERE " + where);
  const auto query = std::make_shared<store::Query>(store::Query{"tests.count", sql.c_str(), true});
  read([&](Tx& tx) { rows = *store::find<std::int64_t>(tx, *query, {}); });
  return rows;
}

std::vector<std::string> Village::jobs() {
  static const store::Query waiting{"tests.jobs", "SELECT kind FROM store_job WHERE dead_at IS NULL ORDER BY due_at, id"};
  std::vector<std::string> kinds;
  read([&](Tx& tx) { kinds = store::all<std::string>(tx, waiting, {}); });
  return kinds;
}

Browser Village::as(PersonId person, const std::string& context) {
  std::string token;
  std::string slug = context;
  write([&](Tx& tx) {
    gate::reserve_login(tx, person);
    token = gate::open_session(tx, person, true, "Firefox sur Linux");
    if (!slug.empty()) return;
    const std::vector<PersonId> self{person};
    const auto held = gate::contexts_held(tx, self);
    if (!held.empty()) slug = held.front().slug;
  });
  return {*this, token, slug};
}

std::string TestReply::field(std::string_view path) const {
  if (!json.is_object() || !json.as_object().contains("fields")) return {};
  for (const auto& one : json.as_object().at("fields").as_array()) {
    if (one.as_object().at("path").as_string() == path) return std::string(one.as_object().at("code").as_string());
  }
  return {};
}

TestReply Browser::send(gate::Method method, const std::string& path, const std::string& body, const std::string& key,
                        const std::string& type) {
  static int intentions = 0;
  gate::Request request;
  request.method = method;
  const auto query = path.find('?');
  request.path = (context_.empty() ? "/api" : "/api/c/" + context_) + path.substr(0, query);
  if (query != path.npos) request.query = path.substr(query + 1);
  request.host = std::string(host);
  request.peer = "127.0.0.1";
  if (!cookie_.empty()) request.cookie = std::string(gate::session_cookie) + "=" + cookie_;
  if (method != gate::Method::GET) {
    request.origin = "http://" + std::string(host);
    request.sec_fetch_site = "same-origin";
    request.content_type = type;
    request.idempotency_key = key.empty() ? fmt::format("intention-{:012}", ++intentions) : key;
    request.body = body;
  }
  TestReply out;
  village_.gate().answer(std::move(request), [&](gate::Reply reply) {
    out.status = reply.status;
    out.body = std::move(reply.body);
    out.statements = reply.statements;
    out.headers = std::move(reply.headers);
    out.file = std::move(reply.file);
  });
  if (!out.body.empty() && out.body.front() == '{') {
    out.json = boost::json::parse(out.body);
    if (const auto* error = out.json.as_object().if_contains("error")) out.error = std::string(error->as_string());
  }
  return out;
}
