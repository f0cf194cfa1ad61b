#include <catch2/catch.hpp>

#include "village/village.h"

using Catch::Matchers::Contains;

namespace {
std::string contact_of(PersonId guardian, PersonId child) {
  return "/settings/guardians/" + to_text(guardian) + "/contact?child=" + to_text(child);
}
const char* const mine = R"({"email":" julie@exemple.fr ","phone":"+33 6 12.34-56 78","version":0})";
}  // namespace

TEST_CASE("settings: an adult says how they may be reached; the class's teachers and the head are told, no other family ever") {
  Village v;
  auto julie = v.as(v.julie);
  const auto kept = julie.put("/settings/contact", mine);
  REQUIRE(kept.status == 200);
  CHECK(kept.json.at("email") == "julie@exemple.fr");
  CHECK(kept.json.at("phone") == "+33612345678");
  CHECK(kept.json.at("version") == 1);

  CHECK_THAT(v.as(v.mme_rossi).get(contact_of(v.julie, v.noe)).body, Contains("julie@exemple.fr"));
  CHECK_THAT(v.as(v.m_lacaze).get(contact_of(v.julie, v.noe)).body, Contains("julie@exemple.fr"));
  CHECK(v.as(v.mme_sow, "les-oliviers-enseignant").get(contact_of(v.julie, v.noe)).error == "settings.no_guardian");  // of another class
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").get(contact_of(v.julie, v.noe)).status == 404);
  CHECK(v.as(v.karim).get(contact_of(v.julie, v.noe)).status == 403);  // SC-01: not even the other parent
  CHECK_THAT(v.as(v.karim).get("/home").body, !Contains("exemple.fr"));
  CHECK(v.as(v.mme_rossi).get(contact_of(v.julie, v.rose)).status == 404);  // not her child
}

TEST_CASE("settings: two records of one adult have one contact") {
  Village v;
  REQUIRE(v.as(v.sarah).put("/settings/contact", R"({"email":"sarah@exemple.fr","version":0})").status == 200);
  CHECK_THAT(v.as(v.mme_rossi).get(contact_of(v.sarah_oliviers, v.lina)).body, Contains("sarah@exemple.fr"));
}

TEST_CASE("settings: a guardian without e-mail or telephone needs neither: all of it stays optional (SC-23)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(head.post("/settings/classes/" + to_text(v.ce2) + "/sheets").json.at("sheets").as_array().size() == 4);  // handed over at school
  auto mathieu = v.as(v.mathieu);
  CHECK(mathieu.get("/settings/contact").json.at("version") == 0);
  CHECK(mathieu.put("/settings/contact", R"({"email":"m@exemple.fr","version":0})").status == 200);
  const auto emptied = mathieu.put("/settings/contact", R"({"email":"","version":1})");
  REQUIRE(emptied.status == 200);
  CHECK_FALSE(emptied.json.as_object().contains("email"));
}

TEST_CASE("settings: an address that cannot be one is refused beside its field, and an older page overwrites nothing") {
  Village v;
  auto julie = v.as(v.julie);
  for (const char* wrong : {"julie", "julie@", "@exemple.fr", "julie@exemple", "a b@exemple.fr", "a@b@exemple.fr"}) {
    INFO(wrong);
    CHECK(julie.put("/settings/contact", std::string(R"({"email":")") + wrong + R"(","version":0})").field("/email") == "people.email");
  }
  const auto both = julie.put("/settings/contact", R"({"email":"x","phone":"12 34","version":0})");
  CHECK(both.field("/email") == "people.email");
  CHECK(both.field("/phone") == "people.phone");
  REQUIRE(julie.put("/settings/contact", mine).status == 200);
  CHECK(julie.put("/settings/contact", mine).status == 412);
  CHECK(v.count("people_contact") == 1);
}

TEST_CASE("settings: each adult has their own; a child has none to give") {
  Village v;
  for (const auto& [who, context] :
       {std::pair{v.m_benali, "les-tilleuls-enseignant"}, std::pair{v.mme_garcin, "les-tilleuls-direction"},
        std::pair{v.m_remplacant, "les-tilleuls-remplacement"}, std::pair{v.mme_admin, "les-tilleuls-administration"}}) {
    CHECK(v.as(who, context).put("/settings/contact", R"({"phone":"0612345678","version":0})").status == 200);
  }
  CHECK(v.as(v.tom).get("/settings/contact").status == 403);
  CHECK(v.count("people_contact") == 4);
}
