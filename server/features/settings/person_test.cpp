#include <catch2/catch.hpp>

#include "village/village.h"

using Catch::Matchers::Contains;

namespace {

std::string page_of(PersonId id) { return "/settings/people/" + to_text(id); }

/// What the page of an adult says of one child.
const boost::json::value* child_in(const TestReply& page, PersonId child) {
  for (const auto& one : page.json.at("children").as_array()) {
    if (one.at("id").as_string() == to_text(child)) return &one;
  }
  return nullptr;
}
const boost::json::value* bond_of(const TestReply& page, PersonId child, PersonId adult) {
  const auto* one = child_in(page, child);
  if (!one) return nullptr;
  for (const auto& bond : one->at("bonds").as_array()) {
    if (bond.at("adult").as_string() == to_text(adult)) return &bond;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("settings: the head sees where a pupil belongs, and who guards them") {
  Village v;
  const auto page = v.as(v.mme_garcin, "les-tilleuls-direction").get(page_of(v.tom));

  REQUIRE(page.status == 200);
  CHECK(page.json.at("from_directory") == true);
  CHECK_THAT(page.body, Contains(R"("kind":"pupil_of_class","code":"CE2","label":"CE2","from_on":"2026-09-01")"));
  CHECK_THAT(page.body, Contains(R"("kind":"pupil_of_group","label":"Chorale")"));
  REQUIRE(child_in(page, v.tom));
  CHECK(child_in(page, v.tom)->at("bonds").as_array().size() == 2);
  CHECK_FALSE(page.json.as_object().contains("access"));  // a child's doors are the class's
}

TEST_CASE("settings: an adult is guardian of each child by a relation of its own, with its dates (DIR-08, SC-14)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK_FALSE(child_in(head.get(page_of(v.mathieu)), v.lina));  // Lina is of another school: no business of this one
  CHECK(head.get(page_of(v.mme_diallo)).status == 404);         // was Adam's until yesterday
  CHECK_FALSE(bond_of(head.get(page_of(v.adam)), v.adam, v.m_demain));
  v.clock().advance(days(1));
  const auto page = v.as(v.mme_garcin, "les-tilleuls-direction").get(page_of(v.adam));
  REQUIRE(bond_of(page, v.adam, v.m_demain));
  CHECK(bond_of(page, v.adam, v.m_demain)->at("from_on") == "2026-09-15");

  CHECK_THAT(v.as(v.mathieu).get("/home").body, Contains("Tom") && Contains("Lina") && !Contains("Adam"));
}

TEST_CASE("settings: decisions and who they leave nothing are shown to the head, and not to the administrator") {
  Village v;
  const auto page = v.as(v.mme_garcin, "les-tilleuls-direction").get(page_of(v.adam));
  REQUIRE(bond_of(page, v.adam, v.m_suspendu));
  CHECK(bond_of(page, v.adam, v.m_suspendu)->at("limits").at(0).at("level") == "suspended");
  CHECK(bond_of(page, v.adam, v.mme_informee)->at("limits").at(0).at("level") == "inform_only");
  CHECK(bond_of(page, v.adam, v.mme_informee)->at("limits").at(0).at("by_name") == "Hélène Garcin");

  auto admin = v.as(v.mme_admin);
  const auto seen = admin.get(page_of(v.adam));
  REQUIRE(seen.status == 200);
  CHECK_FALSE(bond_of(seen, v.adam, v.m_suspendu));
  CHECK(bond_of(seen, v.adam, v.mme_informee)->at("limits").as_array().empty());
  CHECK(admin.get(page_of(v.m_suspendu)).status == 404);
  CHECK_THAT(admin.get("/settings/search?text=novak").body, Contains("Olga") && !Contains("Igor"));
}

TEST_CASE("settings: a page is for the head and the administrator of that school") {
  Village v;
  CHECK(v.as(v.m_lacaze).get(page_of(v.tom)).error == "settings.no_person");
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").get(page_of(v.mme_rossi)).status == 404);
  CHECK(v.as(v.m_benali).get(page_of(v.tom)).status == 403);
  CHECK(v.as(v.m_remplacant).get(page_of(v.tom)).status == 403);
  CHECK(v.as(v.sarah).get(page_of(v.tom)).status == 403);
  CHECK(v.as(v.tom).get(page_of(v.tom)).status == 403);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-enseignant").get(page_of(v.tom)).status == 403);  // SC-09: as a teacher she is not the head
}

TEST_CASE("settings: who left is still there for the term, then is nobody's page") {
  Village v;
  const PersonId eva = v.add_pupil({"Éva", "Lemoine", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 1), date_of(2026, 9, 11)});
  const auto page = v.as(v.mme_garcin, "les-tilleuls-direction").get(page_of(eva));
  REQUIRE(page.status == 200);
  CHECK_THAT(page.body, Contains(R"("until_on":"2026-09-11")"));
  v.clock().advance(days(120));
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").get(page_of(eva)).status == 404);
}

TEST_CASE("settings: people are found by their names in any order, accents ignored, and by class") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto found = [&](const std::string& text) { return head.get("/settings/search?text=" + text); };

  CHECK_THAT(found("zoe").body, Contains("Zoé"));
  CHECK_THAT(found("helene+garcin").body, Contains("Hélène"));
  CHECK_THAT(found("delmas+tom").body, Contains("Tom") && !Contains("Sarah"));
  CHECK_THAT(found("ce2+tom").body, Contains(R"("part":"pupil","first_name":"Tom","last_name":"Delmas","about":["CE2"])"));
  CHECK_THAT(found("cp").body, Contains("Zoé") && !Contains("Adam"));
  CHECK(found("t").json.at("people").as_array().empty());
  CHECK_THAT(found("rossi").body, !Contains("Chiara"));            // works elsewhere
  CHECK_THAT(found("lina").body, !Contains("Lina"));               // a child of another school
  CHECK(found("petit").json.at("people").as_array().size() == 3);  // SC-10: Mme Petit the mother, Mme Petit the teacher, and Zoé
  CHECK(v.as(v.m_benali).get("/settings/search?text=tom").status == 403);
}

TEST_CASE("settings: homonyms are told apart by their class, never by a birth date (SC-24)") {
  Village v;
  v.add_pupil({"Tom", "Delmas", v.tilleuls, v.cp, "CP", date_of(2026, 9, 1)});
  const auto found = v.as(v.mme_garcin, "les-tilleuls-direction").get("/settings/search?text=tom+delmas");
  REQUIRE(found.json.at("people").as_array().size() == 2);
  CHECK_THAT(found.body, Contains(R"("about":["CE2"])") && Contains(R"("about":["CP"])") && !Contains("birth"));
}

TEST_CASE("settings: names from the directory are not changed here, and the attempt leaves its trace (DIR-05)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const std::string body = R"({"civility":"M.","first_name":"Thomas","last_name":"Delmas"})";

  CHECK(head.put(page_of(v.tom) + "/names", body).error == "people.from_directory");
  CHECK(v.count("store_audit", "act = 'gate.refused' AND code = 'people.from_directory'") == 1);
  CHECK(v.count("people_person", "first_name = 'Thomas'") == 0);
  CHECK(v.as(v.m_lacaze).put(page_of(v.tom) + "/names", body).status == 404);
  CHECK(v.as(v.m_benali).put(page_of(v.tom) + "/names", body).status == 403);
}

TEST_CASE("settings: a typing mistake in a name added by hand is mended") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const std::string naming = R"({"school_class":")" + to_text(v.cp) +
                             R"(","from_on":"2026-09-14","until_on":"2026-09-18","civility":"Mme","first_name":"Fatu","last_name":"Ba"})";
  REQUIRE(head.post("/settings/substitutes", naming).status == 200);
  const auto id = std::string(head.get("/settings/search?text=fatu").json.at("people").at(0).at("id").as_string());

  CHECK(head.put("/settings/people/" + id + "/names", R"({"civility":"Mme","first_name":"Fatou","last_name":"Ba"})").status == 204);
  CHECK(head.get("/settings/search?text=fatou+ba").json.at("people").as_array().size() == 1);
  CHECK(v.count("store_audit", "act = 'people.rename'") == 1);
}
