#include <catch2/catch.hpp>

#include "village/village.h"

using Catch::Matchers::Contains;

namespace {

std::string families_of(ClassId id) { return "/settings/families?school_class=" + to_text(id); }
std::string dates(const std::string& from, const std::string& until) {
  return R"("from_on":")" + from + R"(","until_on":")" + until + "\"";
}
std::string substitute(ClassId id, const std::string& when, const std::string& who) {
  return R"({"school_class":")" + to_text(id) + "\"," + when + "," + who + "}";
}
std::string known(PersonId id) { return "\"person\":\"" + to_text(id) + "\""; }
const char* const newcomer = R"("civility":"Mme","first_name":"Fatou","last_name":"N’Diaye")";
const char* const this_week = R"("from_on":"2026-09-14","until_on":"2026-09-18")";

/// The first post of a list, by the person's name.
std::string post_of(Browser& head, const std::string& list, const std::string& name) {
  const auto reply = head.get(list);
  for (const auto& post : reply.json.at("posts").as_array()) {
    if (post.at("name").as_string() == name) return std::string(post.at("id").as_string());
  }
  return {};
}

}  // namespace

TEST_CASE("settings: a teacher of another school replaces for a week, and not a day more (SC-08)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto mme_rossi = v.as(v.mme_rossi);
  const auto named = head.post("/settings/substitutes", substitute(v.cp, dates("2026-09-15", "2026-09-18"), known(v.mme_rossi)));
  REQUIRE(named.status == 200);
  REQUIRE(named.json.at("sheets").as_array().size() == 1);  // she never came in: her sheet, at once
  CHECK(named.json.at("sheets").at(0).at("adult_name") == "Chiara Rossi");
  CHECK(v.count("store_audit", "act = 'people.name_substitute'") == 1);

  auto there = mme_rossi.in("les-tilleuls-remplacement");
  CHECK(there.get(families_of(v.cp)).status == 403);  // not before the day
  v.clock().advance(days(1));
  CHECK(there.get(families_of(v.cp)).status == 200);
  CHECK(there.get(families_of(v.ce2)).status == 404);  // that class only
  CHECK(there.post("/settings/classes/" + to_text(v.cp) + "/sheets").status == 403);
  CHECK(mme_rossi.get(families_of(v.gs)).status == 200);  // SC-07: her own school is another context
  v.clock().advance(days(4));
  CHECK(v.as(v.mme_rossi, "les-tilleuls-remplacement").get(families_of(v.cp)).status == 403);  // Saturday
}

TEST_CASE("settings: a substitute whom nobody knows is added by hand, with a sheet to hand over") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto named = head.post("/settings/substitutes", substitute(v.cp, this_week, newcomer));
  REQUIRE(named.status == 200);
  CHECK(named.json.at("sheets").at(0).at("adult_name") == "Fatou N’Diaye");
  CHECK(named.json.at("sheets").at(0).at("login") == "fatou.ndiaye");

  const auto list = head.get("/settings/substitutes");
  REQUIRE(list.json.at("posts").as_array().size() == 2);                          // with M. Passage, of the CE2
  CHECK_THAT(list.body, Contains("Fatou N’Diaye") && Contains("Hélène Garcin"));  // and who named her (DIR-05)
  CHECK(v.count("people_person", "feed_key IS NULL AND last_name = 'N’Diaye'") == 1);
  const auto home = head.get("/home");
  CHECK(home.json.at("cards").at("settings_substituted").at("classes").as_array().size() == 2);
}

TEST_CASE("settings: a replacement is made longer, or ends at once") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto m_passage = v.as(v.m_remplacant);
  const std::string end = "/settings/posts/" + post_of(head, "/settings/substitutes", "Hugo Passage") + "/end";
  REQUIRE(m_passage.get(families_of(v.ce2)).status == 200);

  SECTION("longer") {
    CHECK(head.post(end, R"({"until_on":"2026-09-25"})").status == 204);
    v.clock().advance(days(7));
    CHECK(v.as(v.m_remplacant).get(families_of(v.ce2)).status == 200);
    CHECK(v.count("store_audit", "act = 'people.move_end'") == 1);
  }
  SECTION("at once: at the next request nothing is left") {
    CHECK(head.post(end).status == 204);
    CHECK(m_passage.get(families_of(v.ce2)).status == 403);
    CHECK(head.post(end).error == "people.no_post");
  }
  SECTION("not into the past") {
    CHECK(head.post(end, R"({"until_on":"2026-09-13"})").field("/until_on") == "people.naming_dates");
    CHECK(m_passage.get(families_of(v.ce2)).status == 200);
  }
  SECTION("another head, a teacher and the substitute themself change nothing") {
    CHECK(v.as(v.m_lacaze).post(end).status == 404);
    CHECK(v.as(v.m_benali).post(end).status == 403);
    CHECK(m_passage.post(end).status == 403);
  }
}

TEST_CASE("settings: choosing the teachers of a class leaves its substitute in place") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(head.put("/settings/classes/" + to_text(v.ce2) + "/teachers", "{\"teachers\":[\"" + to_text(v.mme_petit) + "\"]}").status == 204);
  CHECK(v.as(v.m_remplacant).get(families_of(v.ce2)).status == 200);
}

TEST_CASE("settings: who may be named, for which class and for how long") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto before = v.count("people_relation");
  const auto name = [&](const std::string& body) { return head.post("/settings/substitutes", body); };

  CHECK(name(substitute(v.cp, dates("2026-09-13", "2026-09-18"), newcomer)).field("/from_on") == "people.naming_dates");
  CHECK(name(substitute(v.cp, dates("2026-09-18", "2026-09-17"), newcomer)).field("/until_on") == "people.naming_dates");
  CHECK(name(substitute(v.cp, dates("2026-09-18", "2028-09-17"), newcomer)).field("/until_on") == "people.naming_dates");
  CHECK(name(substitute(v.gs, this_week, newcomer)).error == "people.no_class");
  CHECK(name(substitute(v.ce2_last_year, this_week, newcomer)).status == 404);
  CHECK(name(substitute(v.cp, this_week, known(v.sarah))).field("/person") == "people.no_person");  // a mother teaches nowhere
  const auto nobody = name(substitute(v.cp, this_week, R"("civility":"Dr","first_name":" ")"));
  CHECK(nobody.field("/civility") == "people.civility");
  CHECK(nobody.field("/first_name") == "people.name");
  CHECK(nobody.field("/last_name") == "people.name");
  CHECK(name(substitute(v.ce2, this_week, known(v.m_remplacant))).error == "people.already_named");
  CHECK(v.as(v.m_benali).post("/settings/substitutes", substitute(v.ce2, this_week, newcomer)).status == 403);
  CHECK(v.as(v.mme_admin).post("/settings/substitutes", substitute(v.ce2, this_week, newcomer)).status == 403);
  CHECK(v.count("people_relation") == before);
  CHECK(v.count("gate_code") == 0);
}

TEST_CASE("settings: colleagues of the town are found by a few letters of their names") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto found = head.get("/settings/town?text=ross");
  REQUIRE(found.json.at("teachers").as_array().size() == 1);
  CHECK(found.json.at("teachers").at(0).at("name") == "Chiara Rossi");
  CHECK(found.json.at("teachers").at(0).at("school_name") == "Les Oliviers");
  CHECK(head.get("/settings/town?text=r").json.at("teachers").as_array().empty());
  CHECK(head.get("/settings/town?text=delmas").json.at("teachers").as_array().empty());  // families are not listed
}

TEST_CASE("settings: the head names an administrator, who has the directory and no contents") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const std::string body = "{" + dates("2026-09-14", "2027-07-04") + "," + newcomer + "}";
  REQUIRE(head.post("/settings/administrators", body).status == 200);
  CHECK(head.get("/settings/administrators").json.at("posts").as_array().size() == 1);
  CHECK(v.count("people_relation", "kind = 'staff_of_school' AND code = 'admin' AND until_on = '2027-07-04' AND author IS NOT NULL") == 1);

  auto admin = v.as(v.mme_admin);  // the village's own
  CHECK(admin.get("/settings/search?text=delmas").status == 200);
  CHECK(admin.get("/settings/to-do").status == 200);
  CHECK(admin.get(families_of(v.ce2)).status == 200);
  CHECK(admin.get("/liaison/sent").status == 403);
  CHECK(admin.put("/settings/calendar", R"({"week":[],"periods":[],"version":0})").status == 403);
  CHECK(admin.post("/settings/administrators", body).status == 403);

  const std::string end = "/settings/posts/" + post_of(head, "/settings/administrators", "Fatou N’Diaye") + "/end";
  CHECK(head.post(end).status == 204);
  CHECK(head.get("/settings/administrators").json.at("posts").as_array().empty());
}

TEST_CASE("settings: naming asks the password again, and shows its code once") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const std::string body = substitute(v.cp, this_week, newcomer);
  REQUIRE(head.post("/settings/substitutes", body, "one-and-the-same").status == 200);
  CHECK(head.post("/settings/substitutes", body, "one-and-the-same").status == 409);
  CHECK(v.count("people_person", "last_name = 'N’Diaye'") == 1);
  v.clock().advance(minutes(6));
  CHECK(head.post("/settings/substitutes", body).error == "gate.confirm");
}
