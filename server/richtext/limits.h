#pragma once
#include <cstddef>

namespace richtext {

inline constexpr std::size_t longest_text = 20'000;  // code points of a whole document, as typed
inline constexpr std::size_t most_paragraphs = 200;
inline constexpr std::size_t most_inlines = 500;  // of one paragraph

}  // namespace richtext
