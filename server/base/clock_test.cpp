#include "base/clock.h"

#include <catch2/catch.hpp>

#include "base/date.h"

TEST_CASE("clock: the clock of the tests stands still until it is moved") {
  FixedClock clock(1000);
  CHECK(clock.now() == 1000);
  clock.advance(minutes(2));
  CHECK(clock.now() == 121'000);
  clock.set(5);
  CHECK(clock.now() == 5);
}

TEST_CASE("clock: the demo begins on Monday 14 September 2026, 8:30, and goes on") {
  const Millis start = Zone::named("Europe/Paris").instant(date_of(2026, 9, 14), 8 * 60 + 30);
  const DemoClock clock(start);
  const SystemClock real;
  const Millis before = real.now();
  while (real.now() < before + 5) {
  }
  CHECK(clock.now() >= start + 5);
  CHECK(clock.now() < start + minutes(10));
}
