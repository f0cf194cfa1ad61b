#include "base/random.h"

#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <thread>
#include <vector>

namespace {
using Draw = std::array<unsigned char, 16>;

Draw draw(Random& random) {
  Draw out;
  random.fill(out);
  return out;
}
}  // namespace

TEST_CASE("random: a test replayed with its seed draws the same") {
  SeededRandom first(7);
  SeededRandom again(7);
  SeededRandom other(8);
  const Draw one = draw(first);
  CHECK(one == draw(again));
  CHECK(one != draw(other));
  CHECK(one != draw(first));
}

TEST_CASE("random: two threads never draw the same") {
  SeededRandom random(1);
  std::vector<Draw> mine(500);
  std::vector<Draw> yours(500);
  std::thread other([&] {
    for (auto& each : yours) each = draw(random);
  });
  for (auto& each : mine) each = draw(random);
  other.join();
  std::set<Draw> all(mine.begin(), mine.end());
  all.insert(yours.begin(), yours.end());
  CHECK(all.size() == 1000);
}

TEST_CASE("random: the system never draws the same") {
  SystemRandom random;
  CHECK(draw(random) != draw(random));
}
