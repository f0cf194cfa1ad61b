#include <catch2/catch.hpp>
#include <set>

#include "base/phrase_words.h"
#include "base/phrases.h"
#include "base/text.h"

TEST_CASE("phrases: three words, the same for the same chance, not those of the neighbour") {
  SeededRandom random(3);
  SeededRandom again(3);
  std::set<std::string> made;
  for (int i = 0; i < 200; ++i) {
    const std::string phrase = phrases::make(random);
    CHECK(phrase == phrases::make(again));
    made.insert(phrase);
  }
  CHECK(made.size() == 200);
}

TEST_CASE("phrases: capitals, accents, commas and hyphens of a child change nothing") {
  CHECK(phrases::as_kept("  Écureuil, NUAGE-violon ") == "ecureuil nuage violon");
  CHECK(phrases::as_kept("écureuil nuage violon") == "ecureuil nuage violon");
  CHECK(phrases::as_kept("").empty());
  CHECK(phrases::as_kept(" - , ").empty());
}

TEST_CASE("phrases: no two words of the list are one once folded") {
  std::set<std::string> folded;
  for (const auto word : phrase_words) folded.insert(text::fold(word));
  CHECK(folded.size() == std::size(phrase_words));
}
