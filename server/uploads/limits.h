#pragma once
#include <cstdint>

#include "base/clock.h"

/// How much, how many, how long.
namespace uploads {

inline constexpr std::int64_t most_bytes = 10 * 1024 * 1024;  // of one file
/// Small enough to be sent again on a slow line, large enough for its fsync to be worth it.
inline constexpr std::int64_t part_bytes = 256 * 1024;
inline constexpr std::int64_t longest_name = 120;    // characters
inline constexpr std::int64_t most_unfinished = 20;  // of one person

/// Of a picture, as it declares itself: a decoder is never asked for more.
inline constexpr std::int64_t most_pixels = 50'000'000;
inline constexpr std::int64_t longest_side = 16'384;

inline constexpr Millis unfinished_for = hours(24);
/// A finished file that nothing holds: as long as the draft that may name it.
inline constexpr Millis unattached_for = days(30);
/// Files without a row are left alone for so long: the row may be on its way.
inline constexpr Millis orphan_for = hours(24);

inline std::int64_t parts_of(std::int64_t size_bytes) { return (size_bytes + part_bytes - 1) / part_bytes; }
/// How long part `number` must be.
inline std::int64_t length_of_part(std::int64_t size_bytes, std::int64_t number) {
  const std::int64_t left = size_bytes - number * part_bytes;
  return left < part_bytes ? left : part_bytes;
}

}  // namespace uploads
