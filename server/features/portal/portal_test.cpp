#include <catch2/catch.hpp>

#include "village/village.h"

using Catch::Matchers::Contains;

TEST_CASE("portal: two children in two schools, one home, each with its school and class") {
  Village v;
  const auto home = v.as(v.mathieu).get("/home");

  REQUIRE(home.status == 200);
  CHECK(home.json.at("today") == "2026-09-14");
  const auto& children = home.json.at("cards").at("portal_children").at("children").as_array();
  REQUIRE(children.size() == 2);
  CHECK(children[0].at("first_name") == "Lina");
  CHECK(children[0].at("school_name") == "Les Oliviers");
  CHECK(children[0].at("class_label") == "GS");
  CHECK(children[1].at("first_name") == "Tom");
  CHECK(children[1].at("class_label") == "CE2");
}

TEST_CASE("portal: known under two records, a guardian sees the children of both") {
  Village v;
  CHECK(v.as(v.sarah).get("/home").json.at("cards").at("portal_children").at("children").as_array().size() == 2);
}

TEST_CASE("portal: a home shows the children one may see today: no suspended, ended or future relation") {
  Village v;
  CHECK_THAT(v.as(v.mme_informee).get("/home").body, Contains("Adam"));
  const auto ended = v.as(v.mme_diallo).get("/home").body;
  CHECK_THAT(ended, Contains("Rose") && !Contains("Adam"));
  CHECK_THAT(v.as(v.m_suspendu, "parent").get("/home").body, !Contains("Adam"));
  CHECK_THAT(v.as(v.m_demain, "parent").get("/home").body, !Contains("Adam"));
  v.clock().advance(days(1));
  CHECK_THAT(v.as(v.m_demain).get("/home").body, Contains("Adam"));  // DIR-10: by the date alone
}

TEST_CASE("portal: a teacher who is a parent sees each on its own home") {
  Village v;
  const auto at_school = v.as(v.mme_petit, "les-tilleuls-enseignant").get("/home").json.at("cards").as_object();
  const auto at_home = v.as(v.mme_petit, "parent").get("/home").json.at("cards").as_object();

  CHECK((at_school.contains("portal_classes") && !at_school.contains("portal_children")));
  CHECK((at_home.contains("portal_children") && !at_home.contains("portal_classes")));
}

TEST_CASE("portal: a teacher's classes, with how many families have entered") {
  Village v;
  v.as(v.mathieu);
  v.as(v.m_suspendu, "parent");
  const auto classes = v.as(v.m_benali).get("/home").json.at("cards").at("portal_classes").at("classes").as_array();

  REQUIRE(classes.size() == 1);
  CHECK(classes[0].at("label") == "CE2");
  CHECK(classes[0].at("children") == 3);
  CHECK(classes[0].at("families") == 2);          // Gabin has nobody
  CHECK(classes[0].at("families_entered") == 1);  // whoever is suspended reaches nobody
}

TEST_CASE("portal: who teaches in two schools has the classes of one in each") {
  Village v;
  const auto tilleuls = v.as(v.mme_sow, "les-tilleuls-enseignant").get("/home").body;
  const auto oliviers = v.as(v.mme_sow, "les-oliviers-enseignant").get("/home").body;

  CHECK_THAT(tilleuls, Contains("\"CP\"") && !Contains("\"MS\""));
  CHECK_THAT(oliviers, Contains("\"MS\"") && !Contains("\"CP\""));
}
