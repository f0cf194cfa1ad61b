#pragma once
#include <array>
#include <cstdint>

/// What goes between the server and `preau-thumbnail`, over one socket that is its standard input and output. Both are built together:
/// structs travel as they lie in memory.
namespace thumbnail {

/// Followed by so many bytes: one picture.
struct Ask {
  std::uint32_t length;
};

enum class Status : std::uint32_t { painted = 1, unreadable = 2 };
enum class Type : std::uint32_t { none = 0, jpeg = 1, png = 2, webp = 3 };

struct Form {
  Type type;
  std::uint32_t width;
  std::uint32_t height;
  std::uint32_t length;
};

/// Of a painted answer: whole, large as WebP and JPEG, small as WebP and JPEG.
inline constexpr std::size_t forms = 5;

/// Followed by the bytes of each form, in order.
struct Answer {
  Status status;
  std::array<Form, forms> form;
};

inline constexpr std::uint32_t most_in = 16 * 1024 * 1024;
inline constexpr std::uint32_t most_out = 64 * 1024 * 1024;  // all forms together

/// Longer side, in pixels.
inline constexpr int whole_side = 4096;
inline constexpr int large_side = 1280;
inline constexpr int small_side = 320;

}  // namespace thumbnail
