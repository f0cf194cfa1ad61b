#pragma once
#include <atomic>
#include <cstdint>

/// An instant: UTC, milliseconds since 1970.
using Millis = std::int64_t;

constexpr Millis seconds(std::int64_t n) { return n * 1000; }
constexpr Millis minutes(std::int64_t n) { return n * 60'000; }
constexpr Millis hours(std::int64_t n) { return n * 3'600'000; }
constexpr Millis days(std::int64_t n) { return n * 86'400'000; }

/// The time of day, handed in. Delays use the steady clock instead.
struct Clock {
  virtual ~Clock() = default;
  virtual Millis now() const = 0;
};

struct SystemClock : Clock {
  Millis now() const override;
};

/// Stands still until it is moved. Tests only.
class FixedClock : public Clock {
 public:
  explicit FixedClock(Millis at) : at_(at) {}
  Millis now() const override { return at_.load(); }
  void set(Millis at) { at_.store(at); }
  void advance(Millis by) { at_.fetch_add(by); }

 private:
  std::atomic<Millis> at_;
};

/// Starts at `at` when it is made and goes on. The demo only: a real installation refuses it.
class DemoClock : public Clock {
 public:
  explicit DemoClock(Millis at);
  Millis now() const override;

 private:
  Millis shift_;
};
