#include "app/demo/visitors.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "gate/accounts.h"
#include "gate/same_origin.h"

namespace app::demo {

namespace json = boost::json;
using gate::Method;

namespace {

std::string path_of(const Seat& seat, const std::string& path) { return "/api/c/" + seat.context + path; }

/// A head's session rests twelve hours at most, and some of their acts ask for a password that was typed within minutes: they come in
/// anew each time.
bool comes_anew(const Seat& seat) { return seat.context.ends_with("-direction"); }

}  // namespace

json::value Visitors::get(const Seat& seat, const std::string& path) {
  return ask(request_of(seat.person, Method::GET, path_of(seat, path)));
}

json::value Visitors::post(const Seat& seat, const std::string& path, const json::value& body) {
  if (comes_anew(seat)) leave_one(seat.person);
  auto request = request_of(seat.person, Method::POST, path_of(seat, path));
  request.body = json::serialize(body);
  return ask(std::move(request));
}

json::value Visitors::put(const Seat& seat, const std::string& path, const json::value& body) {
  if (comes_anew(seat)) leave_one(seat.person);
  auto request = request_of(seat.person, Method::PUT, path_of(seat, path));
  request.body = json::serialize(body);
  return ask(std::move(request));
}

void Visitors::put_bytes(const Seat& seat, const std::string& path, std::string bytes) {
  auto request = request_of(seat.person, Method::PUT, path_of(seat, path));
  request.content_type = "application/octet-stream";
  request.body = std::move(bytes);
  ask(std::move(request));
}

json::value Visitors::post_own(PersonId person, const std::string& path, const json::value& body) {
  auto request = request_of(person, Method::POST, "/api" + path);
  request.body = json::serialize(body);
  return ask(std::move(request));
}

void Visitors::leave() {
  while (!tokens_.empty()) leave_one(tokens_.begin()->first);
}

void Visitors::leave_one(PersonId person) {
  if (!tokens_.contains(person)) return;
  post_own(person, "/sign-out", json::object());
  tokens_.erase(person);
}

gate::Request Visitors::request_of(PersonId person, Method method, std::string path) {
  auto& token = tokens_[person];
  if (token.empty()) {
    house_.database().write_now([&](Tx& tx) {
      gate::reserve_login(tx, person);
      token = gate::open_session(tx, person, true, "Démonstration");
      return true;
    });
  }
  gate::Request request;
  request.method = method;
  const std::size_t query = path.find('?');
  request.path = path.substr(0, query);
  if (query != std::string::npos) request.query = path.substr(query + 1);
  request.host = "localhost";
  request.origin = "http://localhost";
  request.peer = "127.0.0.1";
  request.cookie = fmt::format("{}={}", gate::session_cookie, token);
  if (method != Method::GET) request.idempotency_key = fmt::format("demonstration-{:06}", ++intentions_);
  return request;
}

json::value Visitors::ask(gate::Request request) {
  const std::string path = request.path;
  gate::Reply answered;
  house_.gate().answer(std::move(request), [&](gate::Reply reply) { answered = std::move(reply); });
  if (answered.status >= 400) throw store::Fault(store::Cause::other, fmt::format("demo: {} answered {}", path, answered.body));
  return answered.body.empty() ? json::value() : json::parse(answered.body);
}

}  // namespace app::demo
