#include "gate/gate.h"

#include "base/log.h"
#include "gate/home.h"
#include "gate/keys.h"
#include "gate/live_route.h"
#include "gate/own_routes.h"
#include "gate/queries.gen.h"
#include "gate/same_origin.h"
#include "store/audit.h"

namespace gate {

struct Gate::Found {
  const Route* route = nullptr;
  bool in_context = false;
  Context context;
  Source source;
};

/// One request on its way: what is known of it, and the reply it gets. A transaction may run more than once; it sets `out` anew.
struct Gate::Exchange {
  Request request;
  Done done;
  Found found;
  TokenHash token{};
  bool has_token = false;
  std::optional<boost::json::value> body;
  std::optional<Standing> standing;
  std::optional<Result<Reply>> out;
  std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
  bool writes() const { return request.method != Method::GET && request.method != Method::HEAD; }
};

namespace {

constexpr std::string_view own_prefix = "/api";
constexpr std::string_view context_prefix = "/api/c/";
constexpr std::string_view bytes_type = "application/octet-stream";

/// A path of the API in its parts.
struct Place {
  bool in_context = false;
  std::string_view slug = {};
  std::string_view path = {};  // as a route's pattern has it
};

Place place_of(std::string_view path) {
  if (path.starts_with(context_prefix)) {
    path.remove_prefix(context_prefix.size());
    const auto slug = path.substr(0, path.find('/'));
    path.remove_prefix(slug.size());
    return {true, slug, path};
  }
  if (path.starts_with(own_prefix)) path.remove_prefix(own_prefix.size());
  return {false, {}, path};
}

Method as_declared(Method method) { return method == Method::HEAD ? Method::GET : method; }

/// What a key stands for: the same key with anything else is refused.
std::string asked(const Request& request) {
  return request.path + (request.query.empty() ? "" : "?") + request.query + "\n" + request.body;
}

}  // namespace

Gate::Gate(store::Database& database, HashPool& hash_pool, Settings settings, std::vector<Plug> plugs)
    : database_(database), hash_pool_(hash_pool), settings_(std::move(settings)), own_routes_(own_routes(settings_)) {
  for (Plug& plug : plugs) {
    for (Route& route : plug.routes) context_routes_.push_back(std::move(route));
    for (Card& card : plug.cards) cards_.push_back(std::move(card));
  }
  context_routes_.push_back(home_route(cards_));
  context_routes_.push_back(live_route());
  for (const Listed& one : listed()) {
    traffic_.watch(*one.route, one.in_context);
    if (one.route->most_bytes > 0) taking_bytes_.push_back(one);
  }
}

std::vector<Gate::Listed> Gate::listed() const {
  std::vector<Listed> all;
  for (const Route& route : own_routes_) all.push_back({false, &route});
  for (const Route& route : context_routes_) all.push_back({true, &route});
  return all;
}

std::uint64_t Gate::most_body_bytes(std::string_view path) const {
  const Place place = place_of(path);
  std::vector<std::string_view> values;
  for (const Listed& one : taking_bytes_) {
    if (one.in_context == place.in_context && matches(one.route->pattern, place.path, values)) return std::uint64_t(one.route->most_bytes);
  }
  return std::uint64_t(bytes_unless_told);
}

std::optional<Reply> Gate::find(const Request& request, Found& found) const {
  const Place place = place_of(request.path);
  const std::string_view path = place.path;
  found.in_context = place.in_context;
  if (place.in_context) found.context = context_of(place.slug);
  std::vector<std::string_view> values;
  bool other_method = false;
  for (const Route& route : found.in_context ? context_routes_ : own_routes_) {
    if (!matches(route.pattern, path, values)) continue;
    if (route.method != as_declared(request.method)) {
      other_method = true;
      continue;
    }
    found.route = &route;
    found.source.pattern = route.pattern;
    for (const auto value : values) {
      std::string decoded;
      if (!percent_decode(value, false, decoded)) return to_reply({Fault::invalid, "request.path"});
      found.source.path_values.push_back(std::move(decoded));
    }
    if (!parse_query(request.query, found.source.query)) return to_reply({Fault::invalid, "request.query"});
    return {};
  }
  Reply reply = to_reply({Fault::not_found, "gate.no_page"});
  if (other_method) reply.status = 405;
  return reply;
}

void Gate::answer(Request request, Done done) {
  auto exchange = std::make_shared<Exchange>();
  exchange->request = std::move(request);
  exchange->done = std::move(done);
  const Request& r = exchange->request;
  if (auto refused = find(r, exchange->found)) return finish(*exchange, std::move(*refused));
  const std::string_view token = cookie_named(r, session_cookie);
  exchange->has_token = !token.empty() && token.size() <= 64;
  if (exchange->has_token) exchange->token = crypto::sha256(token);
  if (exchange->writes()) {
    if (!from_same_origin(r)) return finish(*exchange, to_reply({Fault::refused, "gate.other_origin"}));
    if (!is_key(r.idempotency_key)) return finish(*exchange, to_reply({Fault::invalid, "gate.no_key"}));
    if (auto refused = read_body(*exchange)) return finish(*exchange, std::move(*refused));
  }
  if (exchange->found.route->run_hashing) return run_hashing(std::move(exchange));
  run(std::move(exchange));
}

/// JSON, parsed once for however often the verb runs; or bytes, left where they are.
std::optional<Reply> Gate::read_body(Exchange& exchange) const {
  const Request& request = exchange.request;
  Source& source = exchange.found.source;
  if (const auto most = exchange.found.route->most_bytes; most > 0) {
    if (request.content_type != bytes_type) return to_reply({Fault::unsupported, "request.content_type"});
    if (request.body.size() > std::size_t(most)) return to_reply({Fault::too_large, "request.too_large"});
    source.bytes = request.body;
    return {};
  }
  if (request.method == Method::DELETE) return {};  // its members come from path and query
  json::Problems problems;
  exchange.body = json::parse(request.body.empty() ? "{}" : request.body, problems);
  if (exchange.body) source.body = json::read_object(*exchange.body, nullptr, problems);
  if (!problems.empty()) return to_reply({Fault::invalid, "request.invalid", problems.take()});
  return {};
}

void Gate::finish(Exchange& exchange, Reply reply) {
  traffic_.add(exchange.found.route, reply.status, std::chrono::steady_clock::now() - exchange.began);
  exchange.done(std::move(reply));
}

Millis Gate::seen(const Session& session, Millis now, bool by_hand) {
  const std::lock_guard lock(seen_mutex_);
  auto& last = seen_[session.id];
  const Millis before = std::max(last, session.seen_at);
  last = by_hand ? now : before;
  return before;
}

void Gate::flush_seen() {
  std::vector<Seen> rows;
  {
    const std::lock_guard lock(seen_mutex_);
    for (const auto& [session, at] : seen_) rows.push_back({session, at});
    seen_.clear();
  }
  if (rows.empty()) return;
  database_.write(
      [rows = std::move(rows)](Tx& tx) {
        q::see_session(tx, rows);
        return true;
      },
      [](store::Outcome) {});
}

/// Session, context, school's state, Right: the first three questions.
Result<Standing> Gate::stand(Tx& tx, Exchange& exchange) {
  if (!exchange.has_token) return signed_out("gate.signed_out");
  const Found& found = exchange.found;
  Standing standing = TRY(found.in_context ? who_acts(tx, exchange.token, found.context) : who_holds(tx, exchange.token));
  exchange.standing = standing;
  standing.session.seen_at = seen(standing.session, tx.now(), !found.route->quiet);
  if (tx.now() > serves_until(standing.session, standing.actor.profile, tx.zone())) return signed_out("gate.ask_again");
  if (!found.route->right->find(standing.actor.profile)) return refused("gate.not_for_you");
  if (standing.school_state != "active" && exchange.writes()) return refused("gate.school_closed");
  if (standing.actor.left && exchange.writes()) return refused("gate.left");
  if (found.route->asks_password && tx.now() - standing.session.confirmed_at > confirmed_for) return refused("gate.confirm");
  return standing;
}

Result<Reply> Gate::act(Tx& tx, Exchange& exchange) {
  const Standing standing = TRY(stand(tx, exchange));
  const Route& route = *exchange.found.route;
  const auto verb = [&] { return route.run(tx, standing.actor, standing.session, exchange.found.source); };
  if (!exchange.writes()) return verb();
  const KeyOfWrite key{standing.actor.person, fmt::format("{} {}", int(route.method), route.pattern), exchange.request.idempotency_key,
                       crypto::sha256(asked(exchange.request))};
  if (auto already = TRY(claim_key(tx, key))) return std::move(*already);
  Reply reply = TRY(verb());
  keep_reply(tx, key, route.keeps_reply ? &reply : nullptr, reply.status);
  return reply;
}

void Gate::run(std::shared_ptr<Exchange> exchange) {
  auto work = [this, exchange](Tx& tx) {
    exchange->out = act(tx, *exchange);
    return exchange->out->has_value();
  };
  auto after = [this, exchange](store::Outcome outcome) {
    Reply reply = reply_of(outcome, *exchange);
    if (exchange->out && !*exchange->out) tell_audit(*exchange);
    finish(*exchange, std::move(reply));
  };
  if (exchange->writes()) {
    database_.write(std::move(work), std::move(after));
  } else {
    database_.read(std::move(work), std::move(after));
  }
}

void Gate::run_hashing(std::shared_ptr<Exchange> exchange) {
  auto first = [this, exchange](Tx& tx) -> Result<Hashing<Reply>> {
    const Standing standing = TRY(stand(tx, *exchange));
    return exchange->found.route->run_hashing(tx, standing.actor, standing.session, exchange->found.source);
  };
  in_three_parts<Reply>(first, [this, exchange](Result<Reply> out) {
    exchange->out = out;
    if (!out) tell_audit(*exchange);
    finish(*exchange, out ? std::move(*out) : to_reply(out.error()));
  });
}

Reply Gate::reply_of(const store::Outcome& outcome, Exchange& exchange) {
  using store::End;
  if (outcome.end == End::committed || outcome.end == End::rolled_back) {
    Result<Reply>& out = *exchange.out;
    Reply reply = out ? std::move(*out) : to_reply(out.error());
    reply.statements = outcome.statements;
    return reply;
  }
  exchange.out.reset();
  const Error error = error_of(outcome, database_);
  return to_reply(error, error.fields.empty() ? "" : error.fields.front().code);
}

/// The trace of a refusal, in a small transaction of its own. What was merely not found, or typed wrong, leaves none.
void Gate::tell_audit(const Exchange& exchange) {
  const Error& error = exchange.out->error();
  if (error.fault != Fault::refused || !exchange.standing || error.code == "gate.confirm") return;
  store::AuditLine line{.act = "gate.refused",
                        .person = exchange.standing->actor.person,
                        .profile = std::string(described::name_of(exchange.standing->actor.profile)),
                        .code = error.code};
  if (exchange.standing->actor.school) line.school = exchange.standing->actor.school;
  database_.write(
      [line](Tx& tx) {
        store::audit(tx, line);
        return true;
      },
      [](store::Outcome) {});
}

namespace {
/// "1555" of "room.query: sqlite 1555 UNIQUE …".
std::string_view code_of_cause(std::string_view cause) {
  const auto colon = cause.find(": ");
  if (colon == cause.npos) return {};
  const auto engine = cause.find(' ', colon + 2);
  if (engine == cause.npos) return {};
  const auto rest = cause.substr(engine + 1);
  return rest.substr(0, rest.find(' '));
}
}  // namespace

Error error_of(const store::Outcome& outcome, store::Database& database) {
  if (outcome.end == store::End::busy) return {Fault::busy, "gate.busy", {}, 2};
  if (outcome.end == store::End::full) return {Fault::out_of_space, "gate.disk_full"};
  constexpr std::string_view letters = "23456789ACDEFGHJKMNPQRSTWXY";
  std::array<unsigned char, 4> chance{};
  database.world().random->fill(chance);
  std::string incident;
  for (const auto byte : chance) incident += letters[byte % letters.size()];
  const std::string_view cause = outcome.cause;  // "query: engine code …": only its first word may be printed
  logs::error("gate.surprise", logs::state("incident", incident), logs::word("query", cause.substr(0, cause.find(':'))),
              logs::state("engine_code", code_of_cause(cause)));
  return {Fault::surprise, "gate.surprise", {{"incident", incident}}};
}

std::optional<store::Outcome> run_outside(const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const store::Fault& fault) {
    return store::Outcome{fault.cause == store::Cause::full ? store::End::full : store::End::failed, fault.what()};
  } catch (const std::exception& surprise) {
    return store::Outcome{store::End::failed, surprise.what()};
  }
}

}  // namespace gate
