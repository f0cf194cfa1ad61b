#include "base/clock.h"

#include <chrono>

Millis SystemClock::now() const {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

DemoClock::DemoClock(Millis at) : shift_(at - SystemClock().now()) {}

Millis DemoClock::now() const { return SystemClock().now() + shift_; }
