#include "base/text.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace std::string_literals;

namespace {
std::string tidied(std::string_view in) {
  std::string out = "refused";
  return text::tidy(in, out) ? out : "refused";
}
}  // namespace

TEST_CASE("text: a name typed on any keyboard is stored in one way") {
  CHECK(tidied("Noe\u0301") == "Noé");
  CHECK(tidied("  Mme\tDiallo \n") == "Mme\tDiallo");
  CHECK(tidied("\u00a0Tilleuls\u202f") == "Tilleuls");
  CHECK(tidied("un\r\ndeux\x07\u0085") == "un\ndeux");
  CHECK(tidied("👩‍🏫") == "👩‍🏫");
  CHECK(tidied("") == "");
}

TEST_CASE("text: what is not text is refused") {
  CHECK(tidied("a\0b"s) == "refused");
  CHECK(tidied("No\xe9") == "refused");
  CHECK(tidied("\xed\xa0\x80") == "refused");  // half of a surrogate pair
}

TEST_CASE("text: a search finds a name whatever the accents, hyphens and capitals") {
  CHECK(text::fold("Jean-Pierre") == text::fold("JEAN PIERRE"));
  CHECK(text::fold("Noé") == "noe");
  CHECK(text::fold("L’Haÿ-les-Roses") == "lhaylesroses");
  CHECK(text::fold("L'HAŸ LES ROSES") == "lhaylesroses");
  CHECK(text::fold("Sœur Lætitia") == "soeurlaetitia");
  CHECK(text::fold("ŒUVRE") == "oeuvre");
  CHECK(text::fold("Strauß") == "strauss");
  CHECK(text::fold("N'Guyễn–Ba") == "nguyenba");
}

TEST_CASE("text: a class list is in the order of a French dictionary") {
  const std::vector<std::string> list{"Adam", "Bénard", "Benoit", "Bénoît", "De Souza", "Desmoulins", "Éluard", "Emery", "Œillet", "Zola"};
  for (std::size_t i = 1; i < list.size(); ++i) {
    INFO(list[i - 1] << " before " << list[i]);
    CHECK(text::sort_key(list[i - 1]) < text::sort_key(list[i]));
  }
  CHECK(text::sort_key("Noé") == text::sort_key("Noe\u0301"));
  CHECK(text::sort_key("Noé").find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("text: the address of a school reads like its name") {
  CHECK(text::slug("L'ÉCOLE DES TILLEULS") == "l-ecole-des-tilleuls");
  CHECK(text::slug("  École n° 2 — « Sacré-Cœur » ") == "ecole-n-2-sacre-coeur");
  CHECK(text::slug("学校") == "");
  CHECK(text::slug(std::string(59, 'a') + " b") == std::string(59, 'a'));
  CHECK(text::slug(std::string(80, 'a')).size() == 60);
}

TEST_CASE("text: a first name in capitals is written as a teacher would") {
  CHECK(text::name_case("JEAN-PIERRE") == "Jean-Pierre");
  CHECK(text::name_case("NOÉ") == "Noé");
  CHECK(text::name_case("MARIE ÉLISE") == "Marie Élise");
  CHECK(text::name_case("N'DEYE") == "N'Deye");
  CHECK(text::name_case("Lou-Anne") == "Lou-Anne");
  CHECK(text::name_case("DeShawn") == "DeShawn");
  CHECK(text::name_case("") == "");
}

TEST_CASE("text: length counts characters, not bytes") {
  CHECK(text::length("Noé") == 3);
  CHECK(text::length("👩‍🏫") == 3);
  CHECK(text::length("") == 0);
}

TEST_CASE("text: dates and times are said in French") {
  CHECK(text::french_day(date_of(2026, 9, 14)) == "lundi 14 septembre");
  CHECK(text::french_day(date_of(2026, 11, 1)) == "dimanche 1er novembre");
  CHECK(text::french_date(date_of(2026, 10, 1)) == "1er octobre 2026");
  CHECK(text::french_date(date_of(2027, 2, 14)) == "14 février 2027");
  CHECK(text::french_time(8 * 60 + 30) == "8 h 30");
  CHECK(text::french_time(7 * 60) == "7 h");
  CHECK(text::french_time(12 * 60 + 5) == "12 h 05");
  CHECK(text::french_time(0) == "0 h");
}
