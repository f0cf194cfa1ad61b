#pragma once
#include <optional>
#include <vector>

#include "base/clock.h"

namespace liaison {

inline constexpr std::int64_t page_size = 50;
/// One more than is shown tells whether there is a next page.
inline constexpr std::int64_t page_limit = page_size + 1;

/// Keeps one page of lines ordered by the instant `at`, latest first, and returns what to ask the next one with. Lines of one instant
/// (all that quiet hours held back) stay on one page: only the instant is asked again.
template <class Line>
std::optional<Millis> keep_page(std::vector<Line>& lines, Millis Line::* at) {
  if (std::int64_t(lines.size()) <= page_size) return {};
  const Millis next = lines.back().*at;
  std::size_t kept = lines.size() - 1;
  while (kept > 0 && lines[kept - 1].*at == next) --kept;
  if (kept == 0) {  // more of one instant than a page holds: the rest of it is left out
    lines.resize(std::size_t(page_size));
    return next;
  }
  lines.resize(kept);
  return next + 1;
}

}  // namespace liaison
