#pragma once
#include <string>
#include <string_view>

namespace settings {

/// A code square (QR, error correction M).
struct Square {
  std::string path;  // SVG path data, black modules as one rectangle for each run of a row, from 0 0
  int size;          // modules on a side, without the empty border of four
};

/// `content` at most 200 bytes of UTF-8. Throws std::runtime_error when there is no memory.
/// Source: ISO/IEC 18004
Square square_of(std::string_view content);

}  // namespace settings
