#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/histogram.h"

namespace store {

/// A queue and the threads that empty it. What has waited longer than `patience` is told so instead of being run:
/// a queue bounded by time refuses nobody who would have been served in time.
class Workers {
 public:
  struct Task {
    std::function<void()> run;
    std::function<void()> too_late;
    std::chrono::steady_clock::time_point posted = std::chrono::steady_clock::now();
  };

  Workers(int threads, std::chrono::milliseconds patience);
  /// Runs what is queued, then ends the threads.
  ~Workers();
  /// False when the queue is absurdly long (its tasks could not be served within any patience).
  bool post(Task);
  /// How long tasks waited before they ran.
  Histogram::Counts waits() const { return waits_.counts(); }

 private:
  void loop();
  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> queue_;
  bool stop_ = false;
  Histogram waits_;
  std::vector<std::thread> threads_;
};

}  // namespace store
