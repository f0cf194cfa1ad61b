#include "edge/fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace edge {
namespace {

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

bool is_token_char(char c) {
  const char l = lower_letter(c);
  return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

}  // namespace

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_char); }

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower_letter(x) == lower_letter(y); });
}

std::string_view without_spaces(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower_letter);
  return out;
}

bool names_tag(std::string_view tags, std::string_view hash) {
  const std::string quoted = fmt::format("\"{}\"", hash);
  for (std::string_view rest = tags; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    std::string_view tag = without_spaces(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == "*" || tag == quoted) return true;
  }
  return false;
}

std::expected<Fields, Refusal> Fields::read(std::string_view lines, std::size_t most) {
  Fields fields;
  while (!lines.empty()) {
    const auto end = lines.find("\r\n");
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end + 2);
    const auto colon = line.find(':');
    // A folded line begins with a space and a name before " :" ends with one: neither is a token.
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return std::unexpected(bad_request);
    if (fields.all_.size() == most) return std::unexpected(head_too_large);
    fields.all_.emplace_back(line.substr(0, colon), without_spaces(line.substr(colon + 1)));
  }
  return fields;
}

bool Fields::has(std::string_view name) const {
  return std::ranges::any_of(all_, [&](const auto& field) { return same_word(field.first, name); });
}

std::optional<std::string_view> Fields::one(std::string_view name) {
  std::optional<std::string_view> found;
  for (const auto& [its_name, value] : all_) {
    if (!same_word(its_name, name)) continue;
    if (found) repeated_ = true;
    found = value;
  }
  return found;
}

std::string Fields::joined(std::string_view name, std::string_view between) const {
  std::string out;
  for (const auto& [its_name, value] : all_) {
    if (value.empty() || !same_word(its_name, name)) continue;
    if (!out.empty()) out += between;
    out += value;
  }
  return out;
}

}  // namespace edge
