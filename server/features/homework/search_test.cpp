#include "features/homework/pages_test.h"

using namespace homework::tests;

namespace {
std::size_t found(Browser by, const std::string& words) {
  const auto reply = by.get("/homework/search?words=" + words);
  CAPTURE(reply.body);
  REQUIRE(reply.status == 200);
  return size_at(reply, "/found");
}
}  // namespace

TEST_CASE("homework: words are found without accents or capitals, each within what they read anyway") {
  Village v;
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .task = "Révise les états de l’eau."});
  for (Browser by : {v.as(v.tom), v.as(v.sarah), v.as(v.m_benali), v.as(v.m_remplacant), v.as(v.mme_garcin, "les-tilleuls-direction")}) {
    CHECK(found(by, "ETATS+eau") == 1);
    CHECK(found(by, "etats+feu") == 0);
  }
  for (Browser by : {v.as(v.zoe), v.as(v.mme_petit, "parent"), v.as(v.mme_petit, teacher_of_tilleuls), v.as(v.karim),
                     v.as(v.m_lacaze, "les-oliviers-direction"), v.as(v.mme_rossi)}) {
    CHECK(found(by, "etats") == 0);
  }
  CHECK(v.as(v.tom).get("/homework/search?words=e").field("/words") == "homework.words_short");
  CHECK(v.as(v.tom).get("/homework/search?words=%25%25").field("/words") == "homework.words_short");
}

TEST_CASE("homework: search finds the shorter version for its pupil alone, and nothing that waits") {
  Village v;
  given(v.as(v.m_benali), {.targets = of_class(v.ce2),
                           .task = "Poésie entière.",
                           .more = fmt::format(R"(,"short_version":{{"children":["{}"],"task":"Poésie brève."}})", to_text(v.adam))});
  CHECK(found(v.as(v.adam), "breve") == 1);
  CHECK(found(v.as(v.adam), "entiere") == 0);
  CHECK(found(v.as(v.tom), "breve") == 0);
  at(v, 9, 14, 22);
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .task = "Chut, demain."});
  CHECK(found(v.as(v.tom), "chut") == 0);
  CHECK(found(v.as(v.m_benali), "chut") == 1);
}
