#pragma once
#include <cstdint>
#include <string_view>

/// The boxes of which a HEIC file is made (ISO/IEC 14496-12, § 4.2).
namespace uploads::boxes {

/// Calls `with(type, body)` for each box that stands in `from`, in order; false when one goes past the end.
template <class With>
bool each(std::string_view from, With&& with) {
  const auto number = [&from](std::size_t at, int bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(from[at + std::size_t(i)]);
    return value;
  };
  while (!from.empty()) {
    if (from.size() < 8) return false;
    std::uint64_t length = number(0, 4);
    std::size_t head = 8;
    if (length == 1) {  // the length did not fit: it follows the type
      if (from.size() < 16) return false;
      length = number(8, 8);
      head = 16;
    }
    if (length == 0) length = from.size();  // up to the end
    if (length < head || length > from.size()) return false;
    with(from.substr(4, 4), from.substr(head, std::size_t(length) - head));
    from.remove_prefix(std::size_t(length));
  }
  return true;
}

}  // namespace uploads::boxes
