#pragma once
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace edge {

/// How long a page that listens may be silent, slow or deaf.
struct LiveLimits {
  std::chrono::milliseconds ping_every{25'000};  // shorter than the minute after which proxies give up
  std::chrono::milliseconds silent_for{60'000};
  std::chrono::milliseconds send_within{15'000};
  std::chrono::milliseconds close_within{500};  // from our close frame to the end, whether it was answered or not
  int most_pings = 8;                           // of theirs, between two of ours
};

/// How much, and how slowly, anybody may send.
/// Source: rules 22 and 31 of docs/sources.md#security
struct Limits {
  std::size_t head_bytes = 16 * 1024;  // request line and fields
  std::size_t head_fields = 100;
  std::uint64_t body_bytes = 64 * 1024;
  /// The most that a path may receive, for the few routes that take more; absent: `body_bytes` everywhere.
  std::function<std::uint64_t(std::string_view path)> body_bytes_of;

  std::chrono::milliseconds head_within{10'000};  // from its first byte
  std::chrono::milliseconds body_within{30'000};  // more for a body over what `slowest_bytes_per_s` carries in that time
  std::chrono::milliseconds idle{75'000};         // between two requests
  std::chrono::milliseconds stop_within{10'000};
  std::uint64_t slowest_bytes_per_s = 8 * 1024;  // of bodies and replies
  std::chrono::milliseconds time_for(std::uint64_t bytes) const {
    return std::chrono::milliseconds(bytes * 1000 / std::max<std::uint64_t>(1, slowest_bytes_per_s));
  }
  std::size_t connections = 16'000;  // at once, listeners included; the service unit must allow as many descriptors
  LiveLimits live;
};

}  // namespace edge
