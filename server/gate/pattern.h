#pragma once
#include <string_view>

#include "base/described.h"

namespace gate {

/// Which {name} of the pattern this is, counted from 0; -1 when it is not in the path.
constexpr int place_in(std::string_view pattern, std::string_view name) {
  for (int i = 0; pattern.find('{') != pattern.npos; ++i) {
    pattern.remove_prefix(pattern.find('{') + 1);
    if (pattern.substr(0, pattern.find('}')) == name) return i;
  }
  return -1;
}

/// A route's path with {names}, checked against the verb's In while compiling: a misspelt name does not compile.
template <class In>
struct Pattern {
  std::string_view text;
  consteval Pattern(const char* pattern) : text(pattern) {
    if (text.empty() || text[0] != '/') throw "a route's path begins with /";
    for (auto rest = text; rest.find('{') != rest.npos;) {
      rest.remove_prefix(rest.find('{') + 1);
      const auto name = rest.substr(0, rest.find('}'));
      bool known = false;
      for (const auto member : described::names_of<In>) known = known || member == name;
      if (!known) throw "a {name} of the path is no member of the verb's In";
    }
  }
};

/// Compares a path with a pattern piece by piece; `values` receives what stands for the {names}, still percent-encoded.
bool matches(std::string_view pattern, std::string_view path, std::vector<std::string_view>& values);

}  // namespace gate
