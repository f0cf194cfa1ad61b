#include "gate/input.h"

#include "base/text.h"

namespace gate {

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string_view>& values) {
  values.clear();
  while (!pattern.empty() && !path.empty()) {
    const auto pattern_end = pattern.find('/', 1);
    const auto path_end = path.find('/', 1);
    const auto expected = pattern.substr(0, pattern_end);
    const auto found = path.substr(0, path_end);
    if (expected.size() > 1 && expected[1] == '{') {
      if (found.size() < 2) return false;
      values.push_back(found.substr(1));
    } else if (expected != found) {
      return false;
    }
    pattern.remove_prefix(std::min(pattern_end, pattern.size()));
    path.remove_prefix(std::min(path_end, path.size()));
  }
  return pattern.empty() && path.empty();
}

void refuse_unknown_input(const Source& source, std::span<const std::string_view> known, json::Problems& problems) {
  const auto expected = [&](std::string_view name) {
    return std::find(known.begin(), known.end(), name) != known.end() && place_in(source.pattern, name) < 0;
  };
  if (source.body) {
    for (const auto& member : *source.body) {
      const std::string_view name(member.key().data(), member.key().size());
      const json::Path here{nullptr, name};
      if (!expected(name)) problems.add(&here, "unknown");
    }
  }
  for (const auto& [name, value] : source.query) {
    const json::Path here{nullptr, name};
    if (source.body || !expected(name)) problems.add(&here, "unknown");
  }
}

namespace {
int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
}  // namespace

bool percent_decode(std::string_view in, bool plus_is_space, std::string& out) {
  std::string decoded;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (in[i] != '%') {
      decoded += in[i];
    } else {
      if (in.size() - i < 3) return false;
      const int high = digit(in[i + 1]);
      const int low = digit(in[i + 2]);
      if (high < 0 || low < 0) return false;
      decoded += char(high * 16 + low);
      i += 2;
    }
  }
  if (decoded.find('\0') != decoded.npos || !text::is_utf8(decoded)) return false;
  out = std::move(decoded);
  return true;
}

bool parse_query(std::string_view query, std::vector<std::pair<std::string, std::string>>& out) {
  while (!query.empty()) {
    const auto end = query.find('&');
    const auto one = query.substr(0, end);
    query.remove_prefix(std::min(query.size(), one.size() + 1));
    const auto equals = one.find('=');
    std::string name;
    std::string value;
    if (!percent_decode(one.substr(0, equals), true, name)) return false;
    if (equals != one.npos && !percent_decode(one.substr(equals + 1), true, value)) return false;
    out.emplace_back(std::move(name), std::move(value));
    if (out.size() > 100) return false;
  }
  return true;
}

}  // namespace gate
