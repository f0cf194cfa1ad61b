#pragma once
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/histogram.h"
#include "gate/route.h"

namespace gate {

/// How many requests each route answered, with which status and how long it took. Patterns only: no path, nobody.
class Traffic {
 public:
  struct Status {
    int status;  // 0: one that is rare
    std::uint64_t count;
  };
  struct Line {
    bool in_context = false;
    const Route* route = nullptr;  // nullptr: what no route answers
    std::vector<Status> statuses = {};
    Histogram::Counts durations = {};
  };

  Traffic();
  ~Traffic();
  /// Before anything is counted.
  void watch(const Route&, bool in_context);
  /// `route` nullptr: none was found.
  void add(const Route* route, int status, std::chrono::nanoseconds took);
  std::vector<Line> lines() const;

 private:
  struct Of;
  std::unordered_map<const Route*, std::unique_ptr<Of>> of_;
};

}  // namespace gate
