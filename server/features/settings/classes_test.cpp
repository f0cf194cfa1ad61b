#include <catch2/catch.hpp>

#include "village/village.h"

using Catch::Matchers::Contains;

namespace {

std::string teachers(std::initializer_list<PersonId> ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "\"" : ",\"") + to_text(id) + "\"";
  return "{\"teachers\":[" + list + "]}";
}
std::string path_of(ClassId id) { return "/settings/classes/" + to_text(id) + "/teachers"; }
const char* const links = "kind = 'teacher_of_class'";

}  // namespace

TEST_CASE("settings: the head sees the classes of this year, their teachers, and who may be given one") {
  Village v;
  const auto reply = v.as(v.mme_garcin, "les-tilleuls-direction").get("/settings/classes");

  REQUIRE(reply.status == 200);
  CHECK(reply.statements == 2);
  const auto& classes = reply.json.at("classes").as_array();
  REQUIRE(classes.size() == 3);  // last year's CE2 is not one of them
  CHECK(classes[0].at("label") == "CE2");
  CHECK(classes[0].at("children") == 3);
  REQUIRE(classes[0].at("teachers").as_array().size() == 1);  // not whoever left yesterday, not whoever comes tomorrow
  CHECK(classes[0].at("teachers").at(0).at("name") == "Samir Benali");
  CHECK(classes[2].at("label") == "CP");
  CHECK(classes[2].at("teachers").as_array().size() == 2);
  CHECK_THAT(reply.body, Contains("Hélène Garcin"));  // a head may teach
  CHECK_THAT(reply.body, !Contains("Chiara Rossi"));  // teaches elsewhere
}

TEST_CASE("settings: the teachers of a class are those the head names, from today on") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto m_benali = v.as(v.m_benali);
  auto mme_petit = v.as(v.mme_petit, "les-tilleuls-enseignant");
  const std::string families = "/settings/families?school_class=" + to_text(v.ce2);
  REQUIRE(m_benali.get(families).status == 200);
  REQUIRE(mme_petit.get(families).status == 404);

  CHECK(head.put(path_of(v.ce2), teachers({v.mme_petit, v.mme_petit})).status == 204);  // named twice is named once

  CHECK(m_benali.get(families).status == 404);  // at the next request
  CHECK(mme_petit.get(families).status == 200);
  CHECK(v.count("people_relation", "kind = 'teacher_of_class' AND until_on = '2026-09-13' AND from_on = '2026-09-01'") == 1);
  CHECK(v.count("people_relation",
                "kind = 'teacher_of_class' AND from_on = '2026-09-14' AND until_on = '2027-07-31' AND source = 'local' "
                "AND author IS NOT NULL") == 1);
  CHECK(v.count("store_audit", "act = 'people.give_class'") == 1);
  CHECK(v.count("store_audit", "act = 'people.end_teaching'") == 1);

  SECTION("who stays is not touched, and the same list again changes nothing") {
    const auto before = v.count("people_relation");
    CHECK(head.put(path_of(v.ce2), teachers({v.mme_petit})).status == 204);
    CHECK(v.count("people_relation") == before);
    CHECK(v.count("store_audit", "act = 'people.give_class'") == 1);
  }
  SECTION("a mistake of this morning leaves no link, and its trace") {
    CHECK(head.put(path_of(v.ce2), teachers({v.m_benali})).status == 204);
    CHECK(mme_petit.get(families).status == 404);
    CHECK(m_benali.get(families).status == 200);
    CHECK(v.count("store_audit", "act = 'people.end_teaching'") == 2);
  }
  SECTION("a class may have nobody") {
    CHECK(head.put(path_of(v.ce2), teachers({})).status == 204);
    CHECK(mme_petit.get(families).status == 404);
  }
}

TEST_CASE("settings: only who teaches in this school today may be given a class") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto before = v.count("people_relation", links);

  const auto reply = head.put(path_of(v.ce2), teachers({v.m_benali, v.mme_rossi}));

  CHECK(reply.status == 400);
  CHECK(reply.field("/teachers/1") == "settings.not_a_teacher");
  CHECK(head.put(path_of(v.ce2), teachers({v.sarah})).field("/teachers/0") == "settings.not_a_teacher");
  CHECK(v.count("people_relation", links) == before);
  CHECK(v.count("people_relation", "kind = 'teacher_of_class' AND until_on = '2026-09-13'") == 1);  // only who had left before
  CHECK(v.count("store_audit", "act = 'people.give_class'") == 0);
}

TEST_CASE("settings: a head names the teachers of their own school's classes only, and nobody else does") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto wish = teachers({v.m_benali});

  CHECK(head.put(path_of(v.gs), wish).error == "settings.no_class");
  CHECK(head.put(path_of(v.ce2_last_year), wish).status == 404);
  CHECK(v.as(v.m_benali).put(path_of(v.ce2), wish).status == 403);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-enseignant").put(path_of(v.ce2), wish).status == 403);  // SC-09: two contexts
  CHECK(v.as(v.mathieu).put(path_of(v.ce2), wish).status == 403);
  CHECK(v.as(v.mathieu).get("/settings/classes").status == 403);
  CHECK(v.as(v.m_benali).get("/settings/classes").status == 403);
  CHECK(v.stranger("les-tilleuls-direction").put(path_of(v.ce2), wish).status == 401);
  CHECK(v.count("store_audit", "act = 'people.give_class'") == 0);
}
