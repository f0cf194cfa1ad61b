#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/tx.h"

namespace gate {

/// A door slows down after `most` tries in a window. It never locks: the window ends, and a device that already opened this
/// account counts apart, so that a stranger cannot keep its owner out.
struct Limit {
  std::string_view name;
  std::int64_t most;
  Millis window;
};

inline constexpr Limit tries_of_account{"account", 10, minutes(10)};
inline constexpr Limit tries_of_device{"device", 10, minutes(10)};
inline constexpr Limit tries_of_network{"network", 100, minutes(10)};
inline constexpr Limit codes_of_network{"code.network", 200, minutes(10)};  // an evening at the school: 60 families behind one address
inline constexpr Limit codes_of_school{"code.school", 300, minutes(10)};

/// Counts one try under that limit and key (hashed: the table holds no login and no address).
/// Errors: too_many — gate.slow_down, with the seconds until the window ends
Result<> count(Tx&, const Limit&, std::string_view key);
void forget(Tx&, const Limit&, std::string_view key);
/// The part of an address that a household or a school shares: IPv4 /32, IPv6 /56.
std::string network_of(std::string_view address);

}  // namespace gate
