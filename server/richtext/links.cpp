#include "richtext/links.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace richtext {

namespace {

constexpr std::string_view scheme = "https://";

bool is_address_character(UChar32 c) {
  // graphic: neither space nor control, nor the invisible characters that would make an address look like another
  return c > 0 && u_isgraph(c) && c != '<' && c != '>' && c != '"' && c != U'«' && c != U'»' && c != U'“' && c != U'”';
}

bool closes_a_sentence(char c) { return std::string_view(".,;:!?)]}'*").find(c) != std::string_view::npos; }

/// How many bytes of the address follow its scheme.
std::size_t address_size(std::string_view rest) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(rest.data());
  std::size_t end = 0;
  for (std::size_t i = 0; i < rest.size(); end = i) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, rest.size(), c);
    if (!is_address_character(c)) break;
  }
  while (end > 0 && closes_a_sentence(rest[end - 1])) --end;
  return end;
}

}  // namespace

FoundLink find_link(std::string_view line) {
  for (auto at = line.find(scheme); at != line.npos; at = line.find(scheme, at + 1)) {
    const auto size = address_size(line.substr(at + scheme.size()));
    if (size > 0) return {at, scheme.size() + size};
  }
  return {};
}

bool is_link(std::string_view url) {
  const auto found = find_link(url);
  return found.at == 0 && found.size == url.size() && !url.empty();
}

bool has_control(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c != '\n' && c != '\t' && u_charType(c) == U_CONTROL_CHAR) return true;
  }
  return false;
}

}  // namespace richtext
