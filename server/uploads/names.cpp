#include "uploads/names.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "uploads/limits.h"

namespace uploads {

namespace {

/// Turns of the writing direction make "gpj.exe" read as "exe.jpg".
constexpr std::string_view turning[] = {"\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D",
                                        "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"};

void remove_all(std::string& from, std::string_view what) {
  for (auto at = from.find(what); at != from.npos; at = from.find(what, at)) from.erase(at, what.size());
}

/// The first `most` characters.
std::string shortened(std::string text, std::int64_t most) {
  std::int64_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (starts && ++characters > most) return text.substr(0, i);
  }
  return text;
}

struct Endings {
  Type type;
  std::string_view preferred;
  std::string_view other;
};
constexpr Endings endings[] = {
    {Type::jpeg, ".jpg", ".jpeg"}, {Type::png, ".png", ".png"}, {Type::webp, ".webp", ".webp"}, {Type::pdf, ".pdf", ".pdf"}};
constexpr std::string_view replaced[] = {".jpg", ".jpeg", ".png", ".webp", ".pdf", ".heic", ".heif"};

std::string ending_of(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return {};
  std::string ending(name.substr(dot));
  for (char& c : ending) c = (c >= 'A' && c <= 'Z') ? char(c - 'A' + 'a') : c;
  return ending;
}

}  // namespace

std::string tidy_name(std::string_view given) {
  std::string name;
  if (!text::tidy(given.substr(given.find_last_of("/\\") + 1), name)) name.clear();
  for (const auto one : turning) remove_all(name, one);
  std::erase_if(name, [](char c) { return c == '\n' || c == '\t' || c == '"' || c == '<' || c == '>' || c == ':' || c == '|'; });
  while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(0, 1);
  name = shortened(std::move(name), longest_name - 5);  // room for an ending
  return name.empty() ? "fichier" : name;
}

std::string named(std::string_view name, Type type) {
  const std::string ending = ending_of(name);
  const auto* of_type = std::find_if(std::begin(endings), std::end(endings), [type](const Endings& one) { return one.type == type; });
  if (ending == of_type->preferred || ending == of_type->other) return std::string(name);
  const bool replaceable = std::find(std::begin(replaced), std::end(replaced), ending) != std::end(replaced);
  return std::string(replaceable ? name.substr(0, name.size() - ending.size()) : name) + std::string(of_type->preferred);
}

}  // namespace uploads
