#pragma once
#include <cstdint>
#include <string_view>

namespace gate {

/// A request's body as it came, instead of JSON: a member of this type makes its route take `application/octet-stream`, at most
/// `Route::taking` bytes; the other members then come from the path and the query. A view on the request: gone when the verb returns.
struct Bytes {
  std::string_view content;
};

inline constexpr std::int64_t bytes_unless_told = 64 * 1024;
inline constexpr std::int64_t most_bytes = 1024 * 1024;  // of any route: what is longer comes in parts

}  // namespace gate
