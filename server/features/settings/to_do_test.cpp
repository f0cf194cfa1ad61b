#include <catch2/catch.hpp>

#include "gate/accounts.h"
#include "village/village.h"

using Catch::Matchers::Contains;

TEST_CASE("settings: what stays to be done: children without guardian, guardians without account, classes without teacher") {
  Village v;
  v.write([&](Tx& tx) {
    gate::reserve_login(tx, v.mathieu);
    gate::set_password(tx, v.mathieu, "preau$1$…");
  });
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto list = head.get("/settings/to-do");

  REQUIRE(list.status == 200);
  const auto& lone = list.json.at("pupils_without_guardian").as_array();
  REQUIRE(lone.size() == 1);
  CHECK(lone[0].at("first_name") == "Gabin");
  CHECK(lone[0].at("class_label") == "CE2");
  CHECK_THAT(list.body, Contains("Sarah Delmas") && !Contains("Mathieu") && !Contains("Igor"));
  CHECK(list.json.at("classes_without_teacher").as_array().empty());

  REQUIRE(head.put("/settings/classes/" + to_text(v.cm) + "/teachers", R"({"teachers":[]})").status == 204);
  CHECK(head.get("/settings/to-do").json.at("classes_without_teacher").at(0).at("label") == "CM1-CM2");
}

TEST_CASE("settings: a guardian of two children stands once in the list, and a sheet made is told") {
  Village v;
  auto head = v.as(v.m_lacaze);
  REQUIRE(head.post("/settings/classes/" + to_text(v.gs) + "/sheets").status == 200);
  const auto list = head.get("/settings/to-do");
  int karims = 0;
  for (const auto& one : list.json.at("guardians_without_account").as_array()) {
    if (one.at("name") != "Karim Ferrand") continue;
    ++karims;
    CHECK(one.at("sheet_made") == true);
  }
  CHECK(karims == 1);
}

TEST_CASE("settings: decisions that end soon are told to the head alone") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(head.post("/settings/people/" + to_text(v.mathieu) + "/custody",
                    R"({"child":")" + to_text(v.tom) +
                        R"(","level":"suspended","from_on":"2026-09-14","until_on":"2026-09-30","paper_reference":"JAF"})")
              .status == 204);
  const auto list = head.get("/settings/to-do");
  REQUIRE(list.json.at("limits_ending").as_array().size() == 1);
  CHECK(list.json.at("limits_ending").at(0).at("until_on") == "2026-09-30");
  CHECK(v.as(v.mme_admin).get("/settings/to-do").json.at("limits_ending").as_array().empty());
  CHECK(v.as(v.m_benali).get("/settings/to-do").status == 403);
  CHECK(v.as(v.m_lacaze).get("/settings/to-do").json.at("limits_ending").as_array().empty());
}
