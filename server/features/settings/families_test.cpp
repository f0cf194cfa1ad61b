#include <catch2/catch.hpp>

#include "village/village.h"

using Catch::Matchers::Contains;

namespace {
std::string path_of(ClassId id) { return "/settings/families?school_class=" + to_text(id); }
}  // namespace

TEST_CASE("settings: a teacher sees the families of the class, and who has entered") {
  Village v;
  v.as(v.mathieu);  // enters for the first time
  const auto reply = v.as(v.m_benali).get(path_of(v.ce2));

  REQUIRE(reply.status == 200);
  CHECK(reply.statements == 2);
  CHECK(reply.json.at("label") == "CE2");
  const auto& children = reply.json.at("children").as_array();
  REQUIRE(children.size() == 3);
  CHECK(children[0].at("last_name") == "Bernard");
  CHECK(children[1].at("last_name") == "Delmas");
  CHECK(children[2].at("guardians").as_array().empty());  // Gabin has nobody
  const auto& of_tom = children[1].at("guardians").as_array();
  REQUIRE(of_tom.size() == 2);
  CHECK(of_tom[0].at("name") == "Mathieu Delmas");
  CHECK(of_tom[0].at("relation") == "20");
  CHECK(of_tom[0].at("entered") == true);
  CHECK(of_tom[0].at("login") == "mathieu.delmas");
  CHECK(of_tom[0].at("code") == "none");
  CHECK(of_tom[1].at("entered") == false);
}

TEST_CASE("settings: who entered under one record has entered under the other") {
  Village v;
  v.as(v.sarah);  // les Oliviers typed her in again, and the two records were merged
  const auto reply = v.as(v.mme_rossi).get(path_of(v.gs));

  REQUIRE(reply.status == 200);
  const auto& of_lina = reply.json.at("children").at(0).at("guardians").as_array();
  CHECK(of_lina[1].at("id").as_string() == to_text(v.sarah_oliviers));
  CHECK(of_lina[1].at("entered") == true);
  CHECK(of_lina[1].at("login") == "sarah.delmas");
}

TEST_CASE("settings: whoever is suspended for a child, or no longer or not yet its guardian, is not shown with that child") {
  Village v;
  const auto reply = v.as(v.m_benali).get(path_of(v.ce2));

  const auto& of_adam = reply.json.at("children").at(0).at("guardians").as_array();
  REQUIRE(of_adam.size() == 2);
  CHECK(of_adam[0].at("name") == "Luc Bernard");
  CHECK(of_adam[1].at("name") == "Olga Novak");  // informed only, as nobody needs to know here
  CHECK_THAT(reply.body, !Contains("Igor") && !Contains("Diallo") && !Contains("Demain"));
}

TEST_CASE("settings: the families of a class are for its teachers and the head") {
  Village v;
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").get(path_of(v.ce2)).status == 200);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-enseignant").get(path_of(v.ce2)).error == "settings.no_class");  // teaches another
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").get(path_of(v.gs)).status == 404);
  CHECK(v.as(v.mme_sow, "les-tilleuls-enseignant").get(path_of(v.cp)).status == 200);
  CHECK(v.as(v.mme_sow, "les-tilleuls-enseignant").get(path_of(v.ms)).status == 404);  // SC-07: the other school is another context
  CHECK(v.as(v.mathieu).get(path_of(v.ce2)).status == 403);
  CHECK(v.stranger("les-tilleuls-enseignant").get(path_of(v.ce2)).status == 401);
}
