#pragma once
#include <cstdint>

namespace attendance {

/// Until when families tell of the same day, while a school chose nothing: 9:00.
inline constexpr std::int64_t usual_until = 9 * 60;

}  // namespace attendance
