#include "base/phrases.h"

#include <array>
#include <cstdint>
#include <iterator>

#include "base/phrase_words.h"
#include "base/text.h"

namespace phrases {

namespace {

/// Evenly among `size`: what would favour the first ones is drawn again.
std::size_t draw(Random& random, std::size_t size) {
  const std::uint32_t most = UINT32_MAX - UINT32_MAX % std::uint32_t(size);
  for (;;) {
    std::array<unsigned char, 4> bytes{};
    random.fill(bytes);
    const std::uint32_t value = std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 | std::uint32_t(bytes[2]) << 8 | bytes[3];
    if (value < most) return value % size;
  }
}

bool parts_words(char c) { return static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); }

}  // namespace

std::string make(Random& random) {
  std::array<std::size_t, 3> chosen{};
  for (std::size_t i = 0; i < chosen.size();) {
    chosen[i] = draw(random, std::size(phrase_words));
    bool fresh = true;
    for (std::size_t j = 0; j < i; ++j) fresh = fresh && chosen[j] != chosen[i];
    if (fresh) ++i;
  }
  std::string phrase;
  for (const std::size_t word : chosen) {
    if (!phrase.empty()) phrase += ' ';
    phrase += phrase_words[word];
  }
  return phrase;
}

std::string as_kept(std::string_view typed) {
  std::string phrase;
  std::string word;
  const auto close = [&] {
    if (word.empty()) return;
    if (!phrase.empty()) phrase += ' ';
    phrase += text::fold(word);
    word.clear();
  };
  for (const char c : typed.substr(0, 200)) {
    if (parts_words(c)) {
      close();
    } else {
      word += c;
    }
  }
  close();
  return phrase;
}

}  // namespace phrases
