#include <catch2/catch.hpp>

#include "store/rows.h"
#include "village/village.h"

namespace {

void paper_came_back(Village& v, PersonId child) {
  static const store::Query insert{
      "tests.paper",
      "INSERT INTO notices_delivery (id, kind, thing, edition, party, school, about_child, made_at, deliver_at, "
      "done_at, way) VALUES ($1, 'liaison.note', $1, 1, $2, $3, $4, $5, $5, $5, 'paper')"};
  v.write([&](Tx& tx) {
    const auto id = tx.new_id<Uuid>();
    const store::Param in[] = {store::param(id), store::param(v.academy), store::param(v.tilleuls), store::param(child),
                               store::param(tx.now())};
    store::run(tx, insert, in);
  });
}

const boost::json::value& card_of(const TestReply& home) { return home.json.at("cards").at("settings_reach"); }

}  // namespace

TEST_CASE("settings: the head's home tells how many families nobody reached, class by class") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto before = card_of(head.get("/home"));
  CHECK(before.at("total") == 4);  // Tom, Adam, Gabin, Zoé
  CHECK(before.at("families") == 4);

  v.as(v.mathieu);
  paper_came_back(v, v.gabin);
  const auto after = card_of(head.get("/home"));

  CHECK(after.at("total") == 2);
  REQUIRE(after.at("not_reached").as_array().size() == 2);
  CHECK(after.at("not_reached").at(0).at("label") == "CE2");
  CHECK(after.at("not_reached").at(0).at("families") == 1);
  CHECK(after.at("classes_without_teacher").as_array().empty());
}

TEST_CASE("settings: whoever is suspended reaches no family by entering") {
  Village v;
  v.as(v.m_suspendu, "parent");
  const auto list = v.as(v.mme_garcin, "les-tilleuls-direction").get("/settings/not-reached?school_class=" + to_text(v.ce2));

  CHECK(list.json.at("children").at(0).at("first_name") == "Adam");
}

TEST_CASE("settings: who they are, with whom to call, and which child has nobody") {
  Village v;
  v.as(v.sarah);  // merged: Lina's family is reached too, in the other school
  const auto list = v.as(v.mme_garcin, "les-tilleuls-direction").get("/settings/not-reached");

  REQUIRE(list.status == 200);
  CHECK(list.statements == 2);
  const auto& children = list.json.at("children").as_array();
  REQUIRE(children.size() == 3);  // Tom's mother entered
  CHECK(children[0].at("first_name") == "Adam");
  CHECK(children[0].at("guardians").as_array().size() == 2);
  CHECK(children[1].at("first_name") == "Gabin");
  CHECK(children[1].at("without_guardian") == true);
  CHECK(children[2].at("class_label") == "CP");
  const auto oliviers = v.as(v.m_lacaze).get("/settings/not-reached");
  CHECK(oliviers.json.at("children").as_array().size() == 2);  // Noé and Rose
}

TEST_CASE("settings: a class nobody teaches is told to the head; one that a substitute holds is not") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(head.put("/settings/classes/" + to_text(v.cm) + "/teachers", R"({"teachers":[]})").status == 204);
  REQUIRE(head.put("/settings/classes/" + to_text(v.ce2) + "/teachers", R"({"teachers":[]})").status == 204);

  const auto card = card_of(head.get("/home"));
  REQUIRE(card.at("classes_without_teacher").as_array().size() == 1);
  CHECK(card.at("classes_without_teacher").at(0).at("label") == "CM1-CM2");
}

TEST_CASE("settings: who was not reached is the head's to know, in their own school") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(head.get("/settings/not-reached?school_class=" + to_text(v.gs)).json.at("children").as_array().empty());
  CHECK(v.as(v.m_benali).get("/settings/not-reached").status == 403);
  CHECK(v.as(v.mathieu).get("/settings/not-reached").status == 403);
  CHECK_FALSE(v.as(v.m_benali).get("/home").json.at("cards").as_object().contains("settings_reach"));
  CHECK_FALSE(v.as(v.mathieu).get("/home").json.at("cards").as_object().contains("settings_reach"));
}
