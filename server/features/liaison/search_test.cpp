#include "features/liaison/notes_test.h"

using namespace liaison::tests;

namespace {

std::vector<std::string> found(Browser by, const std::string& q) {
  const auto reply = by.get("/liaison/search?q=" + q);
  REQUIRE(reply.status == 200);
  std::vector<std::string> titles;
  for (const auto& one : reply.json.at("found").as_array()) titles.emplace_back(one.at("title").as_string());
  return titles;
}
using Titles = std::vector<std::string>;

void say(Browser by, PersonId child, const std::string& title) {
  REQUIRE(by.post("/liaison/conversations",
                  fmt::format(R"({{"child":"{}","addressee":"school_class","title":"{}","body":"Où est-il ?","for_both":false}})",
                              to_text(child), title))
              .status == 200);
}

}  // namespace

TEST_CASE("liaison: one searches one's own notes, whatever the accents and the order of words") {
  Village v;
  Letter letter{class_of(v.ce2), "read", "information"};
  letter.title = "Fête de l’école";
  letter.body = "Un gâteau à partager.";
  sent(v.as(v.m_benali), letter);
  for (Browser one : {v.as(v.sarah), v.as(v.m_benali), v.as(v.mme_garcin)}) {
    CHECK(found(one, "fete") == Titles{"Fête de l’école"});
    CHECK(found(one, "GATEAU%20f%C3%AAte") == Titles{"Fête de l’école"});
    CHECK(found(one, "gateau%20moulin").empty());
    CHECK(found(one, "%25%25").empty());
  }
  CHECK(v.as(v.sarah).get("/liaison/search?q=e").field("/q") == "liaison.search_short");
  v.database().script("UPDATE liaison_version SET fold = NULL");  // sealed by a release that did not search
  CHECK(found(v.as(v.sarah), "gateau") == Titles{"Fête de l’école"});
  CHECK(found(v.as(v.sarah), "moulin").empty());
}

TEST_CASE("liaison: a search shows nothing of other children, of other guardians, nor of what has not arrived") {
  Village v;
  sent(v.as(v.m_benali), {child_of(v.adam)});
  sent(v.as(v.mme_rossi), {class_of(v.gs)});
  say(v.as(v.mathieu), v.tom, "La ferme en bois");
  CHECK(found(v.as(v.sarah), "ferme") == Titles{"Sortie à la ferme"});  // Lina's; neither Adam's note nor what Mathieu wrote
  CHECK(found(v.as(v.mathieu), "ferme").size() == 2);
  CHECK(found(v.as(v.m_suspendu, "parent"), "ferme").empty());
  CHECK(found(v.as(v.m_benali), "ferme").size() == 2);
  CHECK(found(v.as(v.mme_petit, "les-tilleuls-enseignant"), "ferme").empty());
  v.clock().set(v.now() + hours(12) + minutes(30));
  sent(v.as(v.m_benali), {class_of(v.ce2)});
  CHECK(found(v.as(v.sarah), "ferme").size() == 1);
}
