#include "import/aaf/labels.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace aaf {
namespace {

constexpr std::string_view revealing[] = {
    "ulis", "clis",  "ulisecole", "tfc",       "tfa",       "tfm",         "tfv",        "tsl",     "tsla",     "tnd",
    "tsa",  "tdah",  "upe2a",     "upeaa",     "clin",      "allophone",   "allophones", "nsa",     "uema",     "ueea",
    "ueem", "rased", "segpa",     "egpa",      "clad",      "adaptation",  "ime",        "itep",    "pai",      "pps",
    "pap",  "aesh",  "handicap",  "handicaps", "inclusion", "integration", "autisme",    "autiste", "autistes",
};

constexpr std::string_view particles[] = {"de", "du", "des", "la", "le", "les", "et", "sur", "sous", "en", "au", "aux", "lès"};

bool is_letter_or_digit(char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)); }

bool word_reveals(std::string_view word) {
  std::string folded = text::fold(word);
  if (folded.starts_with("dys") && folded.size() > 2) return true;
  if (std::ranges::find(revealing, folded) != std::end(revealing)) return true;
  while (!folded.empty() && std::isdigit(static_cast<unsigned char>(folded.back()))) folded.pop_back();  // "ULIS2"
  return std::ranges::find(revealing, folded) != std::end(revealing);
}

}  // namespace

bool reveals(std::string_view label) {
  std::string spelt(label);
  std::erase(spelt, '.');  // "U.L.I.S."
  for (std::size_t at = 0; at < spelt.size();) {
    std::size_t end = at;
    while (end < spelt.size() && is_letter_or_digit(spelt[end])) ++end;
    if (end > at && word_reveals(std::string_view(spelt).substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

std::string neutral_label(std::string_view word, std::string_view key) {
  std::size_t digits = key.find_last_not_of("0123456789");
  std::string_view number = digits == std::string_view::npos ? key : key.substr(digits + 1);
  if (number.size() > 3) number.remove_prefix(number.size() - 3);
  return number.empty() ? std::string(word) : std::string(word) + " " + std::string(number);
}

std::string place_case(std::string_view in) {
  std::string cased = text::name_case(in);
  std::string out;
  for (std::size_t at = 0; at < cased.size();) {
    std::size_t end = std::min(cased.find_first_of(" -", at), cased.size());
    std::string word = cased.substr(at, end - at);
    std::string small = word;
    if (at > 0 && !small.empty() && small[0] >= 'A' && small[0] <= 'Z') small[0] = static_cast<char>(small[0] - 'A' + 'a');
    bool elided = small.starts_with("d'") || small.starts_with("l'") || small.starts_with("d’") || small.starts_with("l’");
    out += elided || std::ranges::find(particles, small) != std::end(particles) ? small : word;
    if (end < cased.size()) out += cased[end];
    at = end + 1;
  }
  return out;
}

}  // namespace aaf
