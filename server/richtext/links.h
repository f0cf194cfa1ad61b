#pragma once
#include <string_view>

namespace richtext {

/// Where a typed line holds an address, from the first byte of `https://` to its last; none: `size` is 0.
struct FoundLink {
  std::size_t at = 0;
  std::size_t size = 0;
};

/// The first https address of a line. It ends before a space, a quotation mark, an invisible character, or the punctuation that
/// closes a sentence, so that "(https://exemple.fr)." links exemple.fr alone.
FoundLink find_link(std::string_view line);

/// Whether this is one address and nothing else.
bool is_link(std::string_view url);

/// Whether it holds a control character, the line feed and the tab not counted. The text is UTF-8.
bool has_control(std::string_view text);

}  // namespace richtext
