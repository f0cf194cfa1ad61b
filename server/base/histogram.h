#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

/// How long something took, counted in fixed steps. Any thread adds; whoever reads sees each number whole, if not all of one instant.
class Histogram {
 public:
  static constexpr std::array<double, 12> steps_s{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

  void add(std::chrono::nanoseconds took) {
    const double s = std::chrono::duration<double>(took).count();
    std::size_t step = 0;
    while (step < steps_s.size() && s > steps_s[step]) ++step;
    counts_[step].fetch_add(1, std::memory_order_relaxed);
    total_us_.fetch_add(std::uint64_t(took.count() / 1000), std::memory_order_relaxed);
  }

  struct Counts {
    std::array<std::uint64_t, steps_s.size() + 1> of_step{};  // the last: longer than all steps
    double total_s = 0;
  };
  Counts counts() const {
    Counts now;
    for (std::size_t i = 0; i < counts_.size(); ++i) now.of_step[i] = counts_[i].load(std::memory_order_relaxed);
    now.total_s = double(total_us_.load(std::memory_order_relaxed)) / 1e6;
    return now;
  }

 private:
  std::array<std::atomic<std::uint64_t>, steps_s.size() + 1> counts_{};
  std::atomic<std::uint64_t> total_us_ = 0;
};
