// The ceiling beside a route: its own SQL and JSON in a bare loop, without HTTP, session, right or queue.
//
// usage: bench_bare DATA COOKIE CONTEXT PATH SECONDS        prints CPU milliseconds a call, and the bytes of its answer
//        bench_bare hash SECONDS                            the same of one password hash
#include <iostream>

#include "base/crypto.h"
#include "bench/in_house.h"
#include "gate/acts.h"

namespace {

void print(double cpu, long calls, std::size_t bytes) { std::cout << cpu * 1000 / double(calls) << " " << bytes << "\n"; }

int hash_for(double seconds) {
  const auto keys = crypto::KeyFile::fixed(1);
  SystemRandom random;
  const double before = cpu_seconds();
  long calls = 0;
  for (; cpu_seconds() - before < seconds; ++calls) crypto::hash_password(keys, "trois pommes vertes", random);
  print(cpu_seconds() - before, calls, 0);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count == 3 && std::string_view(words[1]) == "hash") return hash_for(std::stod(words[2]));
  if (count != 6) return 2;
  InHouse house(words[1]);
  const gate::Route* route = route_to(*house, gate::Method::GET, words[4]);
  if (!route) return 2;
  std::optional<gate::Standing> who;
  house.read([&](Tx& tx) { who = gate::who_acts(tx, crypto::sha256(words[2]), gate::context_of(words[3])).value(); });

  std::size_t bytes = 0;
  const auto call = [&](Tx& tx) { bytes = route->run(tx, who->actor, who->session, gate::Source{}).value().body.size(); };
  house.read(call);
  const double seconds = std::stod(words[5]);
  const double before = cpu_seconds();
  long calls = 0;
  while (cpu_seconds() - before < seconds) {
    for (int i = 0; i < 20; ++i) house.read(call);
    calls += 20;
  }
  print(cpu_seconds() - before, calls, bytes);
}
