#include "village/village.h"

#include <boost/json/parse.hpp>

#include "app/features.h"
#include "app/migrations.h"
#include "gate/accounts.h"
#include "gate/context.h"
#include "gate/same_origin.h"
#include "store/rows.h"

namespace {

constexpr std::string_view host = "localhost:8080";

std::string next_name() {
  static int number = 0;
  return fmt::format("village_{}", ++number);
}

}  // namespace

const Beginning& usual_beginning() {
  static Beginning built("village");
  static const bool settled = [] {
    FixedClock clock(built.now);
    SeededRandom random(built.seed++);
    const auto database = built.open({&clock, &random, Zone::named("Europe/Paris"), &Beginning::keys()});
    store::migrate(*database, app::migrations());
    const auto outcome = database->write_now([](Tx& tx) {
      build_village(tx);
      return true;
    });
    if (outcome.end != store::End::committed) throw std::runtime_error(outcome.cause);
    return true;
  }();
  (void)settled;
  return built;
}

struct Village::Built {
  std::unique_ptr<Beginning> own;  // a copy that goes with the village; none of one that goes on in place
  Beginning* in_place = nullptr;
  FixedClock clock;
  SeededRandom random;
  store::Blobs blobs;
  store::World world{&clock, &random, Zone::named("Europe/Paris"), &Beginning::keys(), app::listeners(), &blobs};
  std::unique_ptr<store::Database> database;
  gate::HashPool hash_pool{0, 1};
  std::vector<gate::Plug> plugs = app::features("https://preau.exemple.fr");
  std::unique_ptr<gate::Gate> gate;
  std::unique_ptr<store::Jobs> jobs;

  explicit Built(std::unique_ptr<Beginning> copy)
      : own(std::move(copy)), clock(own->now), random(own->seed), blobs(own->files()), database(own->open(world)) {
    start();
  }
  explicit Built(Beginning& place)
      : in_place(&place), clock(place.now), random(place.seed++), blobs(place.files()), database(place.open(world)) {
    start();
  }
  void start() {
    gate = std::make_unique<gate::Gate>(*database, hash_pool, gate::Settings{"test", "https://preau.exemple.fr", false}, plugs);
    std::map<std::string, store::Jobs::Run> runs;
    for (const auto& plug : plugs) runs.insert(plug.jobs.begin(), plug.jobs.end());
    jobs = std::make_unique<store::Jobs>(*database, std::move(runs));
  }
  ~Built() {
    if (in_place) in_place->now = clock.now();
    jobs.reset();
    gate.reset();
    database.reset();
  }
};

Village::Village() : Village(usual_beginning()) {}
Village::Village(const Beginning& from)
    : Village(std::make_unique<Built>(std::make_unique<Beginning>(next_name(), from, Beginning::Where::memory))) {}
Village::Village(Beginning& place, GoOn) : Village(std::make_unique<Built>(place)) {}
Village::Village(std::unique_ptr<Built> built) : built_(std::move(built)) {
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
