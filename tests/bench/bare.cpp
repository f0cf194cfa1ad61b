// The ceiling beside a route: its own SQL and JSON in a bare loop, without HTTP, session, right or queue.
//
// usage: bench_bare DATA COOKIE CONTEXT PATH SECONDS        prints CPU milliseconds a call, and the bytes of its answer
//        bench_bare hash SECONDS                            the same of one password hash
#include <sys/resource.h>

#include <iostream>

#include "app/house.h"
#include "base/crypto.h"
#include "gate/acts.h"
#include "gate/home.h"

namespace {

double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

}  // namespace

namespace {

int hash_for(double seconds) {
  const auto keys = crypto::KeyFile::fixed(1);
  SystemRandom random;
  const double before = cpu_seconds();
  long calls = 0;
  for (; cpu_seconds() - before < seconds; ++calls) crypto::hash_password(keys, "trois pommes vertes", random);
  std::cout << (cpu_seconds() - before) * 1000 / double(calls) << " 0\n";
  return 0;
}

}  // namespace

int main(int count, char** argv) {
  if (count == 3 && std::string_view(argv[1]) == "hash") return hash_for(std::stod(argv[2]));
  if (count != 6) return 2;
  app::Config config;
  config.data = argv[1];
  auto opened = app::House::open(config, false, "mesure");
  if (!opened) {
    std::cerr << opened.error().code << "\n";
    return 1;
  }
  app::House& house = **opened;
  const std::string_view path = argv[4];
  const gate::Route* route = nullptr;
  for (const auto& one : house.gate().listed()) {
    if (one.in_context && one.route->method == gate::Method::GET && one.route->pattern == path) route = one.route;
  }
  if (!route) return 2;

  std::size_t bytes = 0;
  const auto call = [&](Tx& tx) {
    static const Result<gate::Standing> standing = gate::who_acts(tx, crypto::sha256(argv[2]), gate::context_of(argv[3]));
    if (!standing) throw std::runtime_error(standing.error().code);
    const auto reply = route->run(tx, standing->actor, standing->session, gate::Source{});
    if (!reply) throw std::runtime_error(reply.error().code);
    bytes = reply->body.size();
    return true;
  };
  house.database().read_now(call);  // who it is, once
  const double until = std::stod(argv[5]);
  const double before = cpu_seconds();
  long calls = 0;
  while (cpu_seconds() - before < until) {
    for (int i = 0; i < 20; ++i) house.database().read_now(call);
    calls += 20;
  }
  std::cout << (cpu_seconds() - before) * 1000 / double(calls) << " " << bytes << "\n";
}
