#include "bench/in_house.h"

#include <sys/resource.h>
#include <unistd.h>

#include <fmt/format.h>

#include <boost/json/parse.hpp>

#include "gate/accounts.h"
#include "gate/same_origin.h"

InHouse::InHouse(const std::string& data, const std::string& morning)
    : prefix_(fmt::format("mesure-{}-{}", getpid(), SystemClock().now())) {
  app::Config config;
  config.data = data;
  config.demo_clock = morning;
  auto opened = app::House::open(config, false, "mesure");
  if (!opened) throw std::runtime_error(data + ": " + opened.error().code);
  house_ = std::move(*opened);
}

void InHouse::write(const std::function<void(Tx&)>& work) {
  const auto outcome = house_->database().write_now([&](Tx& tx) {
    work(tx);
    return true;
  });
  if (outcome.end != store::End::committed) throw std::runtime_error(outcome.cause);
}

void InHouse::read(const std::function<void(Tx&)>& work) {
  house_->database().read_now([&](Tx& tx) {
    work(tx);
    return true;
  });
}

std::string InHouse::enter(PersonId person) {
  std::string token;
  write([&](Tx& tx) {
    gate::reserve_login(tx, person);
    token = gate::open_session(tx, person, true, "mesure");
  });
  return token;
}

boost::json::value InHouse::post(const std::string& token, const std::string& context, const std::string& path, std::string body) {
  gate::Request request;
  request.method = gate::Method::POST;
  request.path = "/api/c/" + context + path;
  request.host = "localhost";
  request.origin = "http://localhost";
  request.peer = "127.0.0.1";
  request.content_type = "application/json";
  request.cookie = fmt::format("{}={}", gate::session_cookie, token);
  request.idempotency_key = fmt::format("{}-{:010}", prefix_, ++keys_);
  request.body = std::move(body);
  gate::Reply reply;
  house_->gate().answer(std::move(request), [&](gate::Reply given) { reply = std::move(given); });
  if (reply.status != 200 && reply.status != 204) throw std::runtime_error(fmt::format("{}: {} {}", path, reply.status, reply.body));
  return reply.body.empty() ? boost::json::value() : boost::json::parse(reply.body);
}

const gate::Route* route_to(app::House& house, gate::Method method, std::string_view pattern) {
  for (const auto& one : house.gate().listed()) {
    if (one.in_context && one.route->method == method && one.route->pattern == pattern) return one.route;
  }
  return nullptr;
}

double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}
