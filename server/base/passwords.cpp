#include "base/passwords.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <sstream>
#include <vector>

#include "base/common_words.h"
#include "base/text.h"

// A password is cut into the pieces a guesser would build it from, in the cheapest way; a piece costs what it takes to guess it, in bits.
// Rough on purpose: a listed word is one of some six hundred, people's numbers are dates, and a letter out of nowhere is no random letter.
namespace {
using Words = std::vector<std::string>;

constexpr int enough = 30;  // three listed words fall, four stand
constexpr int word_costs = 9;
constexpr int own_word_costs = 2;
constexpr int disguise_costs = 1;
constexpr int walk_costs = 5;
constexpr int year_costs = 5;
constexpr int repetition_costs = 1;
constexpr std::size_t shortest_walk = 4;
constexpr std::size_t shortest_own_word = 4;

/// What fingers follow, on French and English keyboards, along and across their rows.
constexpr std::string_view walks[] = {"azertyuiop",
                                      "qsdfghjklm",
                                      "wxcvbn",
                                      "qwertyuiop",
                                      "qwertzuiop",
                                      "asdfghjkl",
                                      "zxcvbnm",
                                      "abcdefghijklmnopqrstuvwxyz",
                                      "012345678901234567890",
                                      "&e\"(e_ca)=",
                                      "!@#$%^&*()",
                                      "1aqw2zsx3edc4rfv5tgb6yhn7uj8ik",
                                      "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
                                      "aqwzsxedcrfvtgbyhnuj",
                                      "qazwsxedcrfvtgbyhnujm"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int cost_alone(char c) { return is_letter(c) ? 4 : is_digit(c) ? 2 : 3; }

/// The letters a character may stand for: "p@ssw0rd".
std::string_view disguised(char c) {
  switch (c) {
    case '0':
      return "o";
    case '1':
      return "il";
    case '!':
      return "i";
    case '3':
      return "e";
    case '4':
    case '@':
      return "a";
    case '5':
    case '$':
      return "s";
    case '7':
    case '+':
      return "t";
    case '8':
      return "b";
    default:
      return "";
  }
}

/// The cost of `word` at the beginning of `text`; nothing when it is not there.
std::optional<int> cost_of_word(std::string_view text, std::string_view word, int plain_cost) {
  if (text.size() < word.size()) return {};
  int cost = plain_cost;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (text[i] == word[i]) continue;
    if (!disguised(text[i]).contains(word[i])) return {};
    cost = plain_cost + disguise_costs;
  }
  return cost;
}

/// How many first characters of `text` follow `way`.
std::size_t follows(std::string_view text, std::string_view way) {
  std::size_t longest = 0;
  for (std::size_t start = 0; start < way.size(); ++start) {
    const auto [end, unused] = std::ranges::mismatch(text, way.substr(start));
    longest = std::max(longest, std::size_t(end - text.begin()));
  }
  return longest;
}

std::size_t longest_walk(std::string_view text) {
  std::size_t longest = 0;
  for (std::string_view way : walks) {
    const std::string back(way.rbegin(), way.rend());
    longest = std::max({longest, follows(text, way), follows(text, back)});
  }
  return longest;
}

bool begins_with_year(std::string_view text) {
  int year = 0;
  if (text.size() < 4) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
  return error == std::errc{} && end == text.data() + 4 && year >= 1930 && year < 2040;
}

/// The cheapest way to build `text`, from the left: best[i] is the cost of its first i characters.
int cost(std::string_view text, const Words& listed, const Words& own) {
  std::vector<int> best(text.size() + 1, 1'000'000);
  best[0] = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const auto offer = [&](std::size_t length, int more) { best[i + length] = std::min(best[i + length], best[i] + more); };

    offer(1, cost_alone(text[i]));
    for (const auto& word : listed) {
      if (const auto found = cost_of_word(rest, word, word_costs)) offer(word.size(), *found);
    }
    for (const auto& word : own) {
      if (const auto found = cost_of_word(rest, word, own_word_costs)) offer(word.size(), *found);
    }
    for (std::size_t n = longest_walk(rest); n >= shortest_walk; --n) offer(n, walk_costs);
    if (begins_with_year(rest)) offer(4, year_costs);
    for (std::size_t n = 1; n <= i && n <= rest.size(); ++n) {
      if (text.substr(i - n, n) == rest.substr(0, n)) offer(n, repetition_costs);
    }
  }
  return best.back();
}

const Words& listed_words() {
  static const Words words = [] {
    std::istringstream in{std::string(passwords::common_words)};
    return Words(std::istream_iterator<std::string>(in), {});
  }();
  return words;
}

/// "Jean-Pierre" gives jeanpierre, jean and pierre; the login "jp.diallo2" gives diallo.
Words own_words(std::string_view login, std::span<const std::string> names) {
  Words words;
  const auto add = [&](std::string_view part) {
    std::string word = text::fold(part);
    if (word.size() >= shortest_own_word) words.push_back(std::move(word));
  };
  const auto add_parts = [&](std::string_view name, std::string_view between) {
    while (!name.empty()) {
      const auto end = std::min(name.find_first_of(between), name.size());
      add(name.substr(0, end));
      name.remove_prefix(std::min(name.size(), end + 1));
    }
  };
  for (const auto& name : names) {
    add(name);
    add_parts(name, " -'");
  }
  add_parts(login, ".-_0123456789");
  return words;
}
}  // namespace

std::optional<std::string> passwords::fault(std::string_view password, std::string_view login, std::span<const std::string> names) {
  const std::size_t length = text::length(password);
  if (length < 12) return "gate.password_short";
  if (length > 200) return "gate.password_long";
  const std::string folded = text::fold(password);
  const int to_a_stranger = cost(folded, listed_words(), {});
  const int to_who_knows_them = cost(folded, listed_words(), own_words(login, names));
  if (to_who_knows_them >= enough) return {};
  return to_who_knows_them < to_a_stranger ? "gate.password_is_name" : "gate.password_common";
}
