#include "base/passwords.h"

#include <catch2/catch.hpp>

#include "base/common_words.h"
#include "base/text.h"

namespace {
/// The answer to Mme Aminata Diallo-Le Goff, who signs in as "aminata.diallo2".
std::string answer(std::string_view password) {
  const std::string names[] = {"Aminata", "Diallo-Le Goff"};
  return passwords::fault(password, "aminata.diallo2", names).value_or("accepted");
}
}  // namespace

TEST_CASE("passwords: a sentence or a random password is accepted") {
  for (const char* good :
       {"quatre tilleuls verts dansent", "ma voisine joue du trombone", "k7#Qp2!vR9zL", "tourniquet-brouette-sifflet", "xkcdqpzmvbtr",
        "Diallo fait du vélo le matin", "le chat de Camille déteste les brosses", "مدرسة الزيزفون الجميلة"}) {
    INFO(good);
    CHECK(answer(good) == "accepted");
  }
}

TEST_CASE("passwords: the length counts characters, from 12 to 200") {
  CHECK(answer("k7#Qp2!vR9z") == "gate.password_short");
  CHECK(answer("éèàùçôéèàùç") == "gate.password_short");  // 22 bytes
  CHECK(answer("") == "gate.password_short");
  std::string sentence;
  while (text::length(sentence) < 200) sentence += "kérosène brut ";
  CHECK(answer(sentence) == "gate.password_long");
}

TEST_CASE("passwords: common words are refused whatever their decoration") {
  for (const char* common : {"motdepasse123",
                             "MotDePasse2026!",
                             "m0td3p@sse!!",
                             "Passw0rd1234",
                             "p@$$w0rd2024",
                             "Azertyuiop123",
                             "azertyazerty",
                             "qwertyuiop12",
                             "1qaz2wsx3edc",
                             "1aqw2zsx3edc",
                             "poiuytreza12",
                             "&é\"'(-è_çà)=",
                             "123456789012",
                             "987654321098",
                             "aaaaaaaaaaaa",
                             "abababababab",
                             "abcdefghijkl",
                             "soleilsoleil",
                             "Soleil2024Maman!",
                             "Soleil Marseille 13",
                             "jetaimemaman",
                             "JeTaimeMaman<3",
                             "doudou et doudou",
                             "allezlom1993",
                             "Marseille482137",
                             "Camille14092015",
                             "Camille & Lucas",
                             "140920261409",
                             "maitresse-ecole",
                             "iloveyou2026",
                             "correct horse battery staple",
                             "------------",
                             "            ",
                             "École Élémentaire 1",
                             "Noël2025Noël2025"}) {
    INFO(common);
    CHECK(answer(common) == "gate.password_common");
  }
}

TEST_CASE("passwords: one's own name is no secret") {
  for (const char* own :
       {"AminataDiallo", "aminata.diallo2", "Diallo-LeGoff", "diallodiallo!", "D1all0-2026-Goff", "Diallo.kx.2026", "aminata diallo 75"}) {
    INFO(own);
    CHECK(answer(own) == "gate.password_is_name");
  }
  CHECK(passwords::fault("AminataDiallo quitte Rabouillet", "aminata.diallo2", {}) == std::nullopt);
  CHECK(passwords::fault("dialloxbrtqz", "m.bernard", {}) == std::nullopt);  // somebody else's name is a word like another
}

TEST_CASE("passwords: the list is written the way it is compared") {
  CHECK(text::fold(passwords::common_words).find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos);
}

TEST_CASE("passwords: the longest one is looked at in no time") {
  CHECK(answer(std::string(200, 'a')) == "gate.password_common");
  std::string mixed;
  for (int i = 0; i < 200; ++i) mixed += char('a' + i * i % 23);
  CHECK(answer(mixed) == "accepted");
}
