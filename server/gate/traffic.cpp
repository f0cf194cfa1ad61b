#include "gate/traffic.h"

#include <algorithm>

namespace gate {

namespace {
constexpr std::array statuses{200, 204, 303, 304, 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 429, 500, 503, 507, 0};
}

struct Traffic::Of {
  bool in_context;
  std::array<std::atomic<std::uint64_t>, statuses.size()> counts{};
  Histogram durations;
};

Traffic::Traffic() { of_.emplace(nullptr, std::make_unique<Of>(false)); }
Traffic::~Traffic() = default;

void Traffic::watch(const Route& route, bool in_context) { of_.emplace(&route, std::make_unique<Of>(in_context)); }

void Traffic::add(const Route* route, int status, std::chrono::nanoseconds took) {
  Of& of = *of_.at(route);
  const auto place = std::find(statuses.begin(), statuses.end() - 1, status);
  of.counts[std::size_t(place - statuses.begin())].fetch_add(1, std::memory_order_relaxed);
  of.durations.add(took);
}

std::vector<Traffic::Line> Traffic::lines() const {
  std::vector<Line> all;
  for (const auto& [route, of] : of_) {
    Line line{of->in_context, route, {}, of->durations.counts()};
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      if (const auto count = of->counts[i].load(std::memory_order_relaxed); count > 0) line.statuses.push_back({statuses[i], count});
    }
    if (!line.statuses.empty()) all.push_back(std::move(line));
  }
  return all;
}

}  // namespace gate
