#include <catch2/catch.hpp>

#include "gate/accounts.h"
#include "village/village.h"

using Catch::Matchers::Contains;

namespace {

std::string page_of(PersonId id, const std::string& verb = "") { return "/settings/people/" + to_text(id) + verb; }
std::string staff(PersonId id, const std::string& verb) { return "/settings/staff/" + to_text(id) + verb; }
std::string about(PersonId child, const std::string& more = "") { return R"({"child":")" + to_text(child) + "\"" + more + "}"; }
std::string decision(PersonId child, const std::string& level) {
  return about(child, R"(,"level":")" + level + R"(","from_on":"2026-09-14","paper_reference":"JAF 26/0417")");
}
std::string note_to(ClassId id) {
  return R"({"kind":"authorisation","ask":"sign_all","title":"Sortie","body":"Au bois.","facts":{},"audience":[{"kind":"school_class","id":")" +
         to_text(id) + "\"}]}";
}

}  // namespace

TEST_CASE("settings: the head limits one adult for one child, then gives it back before the end (SC-03)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto mathieu = v.as(v.mathieu);

  REQUIRE(head.post(page_of(v.mathieu, "/custody"), decision(v.tom, "suspended")).status == 204);
  CHECK_THAT(mathieu.get("/home").body, !Contains("Tom") && Contains("Lina"));  // that child only (DIR-09)
  CHECK_THAT(v.as(v.sarah).get("/home").body, Contains("Tom"));
  CHECK_THAT(head.get(page_of(v.mathieu)).body, Contains("JAF 26/0417"));

  CHECK(head.post(page_of(v.mathieu, "/custody/end"), about(v.tom)).status == 204);
  CHECK_THAT(mathieu.get("/home").body, Contains("Tom"));
  CHECK(v.count("store_audit", "act = 'people.end_custody' AND child IS NOT NULL") == 1);
  CHECK(head.post(page_of(v.mathieu, "/custody/end"), about(v.tom)).error == "people.no_decision");
}

TEST_CASE("settings: a decision that began before ends yesterday, and its row stays") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(head.post(page_of(v.m_suspendu, "/custody/end"), about(v.adam)).status == 204);
  CHECK(v.count("people_custody", "level = 'suspended' AND until_on = '2026-09-13'") == 1);
  CHECK_THAT(v.as(v.m_suspendu).get("/home").body, Contains("Adam"));
}

TEST_CASE("settings: a new decision replaces the one before") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(head.post(page_of(v.mathieu, "/custody"), decision(v.tom, "suspended")).status == 204);
  REQUIRE(head.post(page_of(v.mathieu, "/custody"), decision(v.tom, "inform_only")).status == 204);
  CHECK_THAT(v.as(v.mathieu).get("/home").body, Contains("Tom"));
  CHECK(v.count("people_custody") == 3);  // two of the village, and his
}

TEST_CASE("settings: acts about an adult are a head's, of a child of that school, with the password again") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  for (const auto& [verb, body] : {std::pair{"/custody", decision(v.noe, "suspended")}, std::pair{"/custody/end", about(v.noe)},
                                   std::pair{"/protection", about(v.noe, R"(,"on":true)")}, std::pair{"/death", std::string("{}")}}) {
    INFO(verb);
    CHECK(head.post(page_of(v.karim, verb), body).error == "people.no_guardian");  // of les Oliviers
    CHECK(v.as(v.mme_rossi).post(page_of(v.karim, verb), body).status == 403);
    CHECK(v.as(v.mme_admin).post(page_of(v.karim, verb), body).status == 403);
    CHECK(v.as(v.julie).post(page_of(v.karim, verb), body).status == 403);
  }
  CHECK(head.post(page_of(v.mathieu, "/custody"), about(v.tom, R"(,"level":"suspended","from_on":"2026-09-14","paper_reference":" ")"))
            .field("/paper_reference") == "people.paper_reference");
  v.clock().advance(minutes(6));
  CHECK(head.post(page_of(v.mathieu, "/custody"), decision(v.tom, "suspended")).error == "gate.confirm");
  CHECK(head.post(page_of(v.mathieu, "/death")).error == "gate.confirm");
  CHECK(head.post(staff(v.m_benali, "/suspend")).error == "gate.confirm");
  CHECK(v.count("people_custody") == 2);
  CHECK(v.count("people_protection") == 0);
  CHECK(v.count("people_suspension") == 0);
}

TEST_CASE("settings: a parent whose address must stay hidden is reached by the head alone (SC-04)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto sarah = v.as(v.sarah);
  auto teacher = v.as(v.m_benali);
  auto admin = v.as(v.mme_admin);
  const std::string contact = "/settings/guardians/" + to_text(v.sarah) + "/contact?child=" + to_text(v.tom);
  REQUIRE(sarah.put("/settings/contact", R"({"email":"sarah@exemple.fr","phone":"06 12 34 56 78","version":0})").status == 200);
  REQUIRE_THAT(teacher.get(contact).body, Contains("sarah@exemple.fr") && Contains("0612345678"));

  REQUIRE(head.post(page_of(v.sarah, "/protection"), about(v.tom, R"(,"on":true)")).status == 204);

  CHECK(teacher.get(contact).error == "settings.contact_kept");
  CHECK(v.as(v.m_remplacant).get(contact).status == 403);
  CHECK(admin.get(contact).error == "settings.contact_kept");
  CHECK_FALSE(admin.get(page_of(v.sarah)).json.as_object().contains("contact"));
  CHECK_THAT(admin.get(page_of(v.tom)).body, Contains("Sarah") && !Contains("exemple.fr") && !Contains("\"contact_protected\":true"));
  CHECK_THAT(head.get(contact).body, Contains("sarah@exemple.fr"));
  CHECK_THAT(head.get(page_of(v.sarah)).body, Contains("sarah@exemple.fr"));
  for (const std::string& list : {"/settings/families?school_class=" + to_text(v.ce2), std::string("/settings/search?text=sarah")}) {
    CHECK_THAT(head.get(list).body, !Contains("exemple.fr"));  // in no list, not even the head's
  }
  CHECK(sarah.get("/settings/contact").json.at("kept_apart") == true);  // she knows it holds

  // each attempt leaves its trace, and the head is told
  CHECK(v.count("store_audit", "act = 'gate.refused' AND code = 'settings.contact_kept'") == 3);
  const auto to_do = head.get("/settings/to-do");
  CHECK(to_do.json.at("attempts").as_array().size() == 3);
  CHECK_THAT(to_do.body, Contains("Samir Benali"));
  CHECK(admin.get("/settings/to-do").json.at("attempts").as_array().empty());

  REQUIRE(head.post(page_of(v.sarah, "/protection"), about(v.tom, R"(,"on":false)")).status == 204);
  CHECK(teacher.get(contact).status == 200);
  CHECK(v.count("store_audit", "act = 'people.unprotect'") == 1);
}

TEST_CASE("settings: an adult who died is told nothing and named nowhere, and what they signed stays (SC-05)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto teacher = v.as(v.m_benali);
  auto mathieu = v.as(v.mathieu);
  const auto sent = teacher.post("/liaison/notes", note_to(v.ce2));
  const std::string note = "/liaison/notes/" + std::string(sent.json.at("note").as_string());
  REQUIRE(mathieu.post(note + "/sign", about(v.tom, R"(,"version":1)")).status == 200);

  REQUIRE(head.post(page_of(v.mathieu, "/death")).status == 204);
  v.run_jobs();

  CHECK(mathieu.get("/home").status == 401);  // the account is closed at once
  CHECK(v.count("liaison_signature") == 1);
  CHECK_THAT(teacher.get("/settings/families?school_class=" + to_text(v.ce2)).body, Contains("Sarah") && !Contains("Mathieu"));
  CHECK_THAT(v.as(v.sarah).get("/home").body, Contains("Tom") && Contains("Lina") && !Contains("Mathieu"));
  const auto second = teacher.post("/liaison/notes", note_to(v.ce2));  // nothing more is for him, of either child
  CHECK(v.count("notices_delivery", "person = (SELECT id FROM people_person WHERE first_name = 'Mathieu')") == 1);
  CHECK(second.status == 200);
  CHECK(head.post(page_of(v.mathieu, "/death")).error == "people.already_so");
  CHECK_THAT(head.get(page_of(v.mathieu)).body, Contains("\"deceased\":true"));

  SECTION("a mistake is undone: all is as before, and he signs in anew") {
    REQUIRE(head.post(page_of(v.mathieu, "/death/undo")).status == 204);
    CHECK(mathieu.get("/home").status == 401);
    CHECK_THAT(v.as(v.mathieu).get("/home").body, Contains("Tom") && Contains("Lina"));
    CHECK(head.post(page_of(v.mathieu, "/death/undo")).error == "people.already_so");
    CHECK(v.count("store_audit", "act = 'people.undo_death'") == 1);
  }
}

TEST_CASE("settings: after a parent's death the other one decides a major act alone, and nobody waits for who died (SC-05)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto teacher = v.as(v.m_benali);
  const auto sent = teacher.post("/liaison/notes", note_to(v.ce2));
  const std::string note = "/liaison/notes/" + std::string(sent.json.at("note").as_string());
  REQUIRE(head.post(page_of(v.mathieu, "/death")).status == 204);
  v.run_jobs();
  REQUIRE(v.as(v.sarah).post(note + "/sign", about(v.tom, R"(,"version":1)")).status == 200);

  const auto followed = teacher.get(note + "/follow-up");
  CHECK_THAT(followed.body, !Contains("Mathieu"));
  for (const auto& one : followed.json.at("children").as_array()) {
    if (one.at("child").as_string() != to_text(v.tom)) continue;
    CHECK(one.at("stack").as_string() == "done");
    CHECK(one.at("needed").as_int64() == 1);
  }
}

TEST_CASE("settings: a member of staff is suspended at once, the class goes on under the head, and nothing is lost (SC-17)") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto m_benali = v.as(v.m_benali);
  REQUIRE(m_benali.post("/liaison/notes", note_to(v.ce2)).status == 200);
  const auto notes = v.as(v.sarah).get("/liaison/notes").json.at("notes").as_array().size();

  REQUIRE(head.post(staff(v.m_benali, "/suspend")).status == 204);

  CHECK(m_benali.get("/home").status == 403);
  CHECK(m_benali.without_context().get("/me").json.at("contexts").as_array().empty());
  CHECK(v.as(v.sarah).get("/liaison/notes").json.at("notes").as_array().size() == notes);
  CHECK(head.post("/liaison/notes", note_to(v.ce2)).status == 200);
  CHECK(head.get("/settings/classes").json.at("classes").at(0).at("teachers").as_array().empty());
  CHECK(head.get(page_of(v.m_benali)).json.at("suspended_by") == "Hélène Garcin");
  CHECK(head.post(staff(v.m_benali, "/renew")).error == "settings.no_staff");
  CHECK(head.post(staff(v.m_benali, "/suspend")).error == "people.already_so");

  REQUIRE(head.post(staff(v.m_benali, "/restore")).status == 204);
  CHECK(m_benali.get("/home").status == 200);
  CHECK(v.count("people_suspension", "ended_at IS NOT NULL") == 1);
  CHECK(v.count("store_audit", "act IN ('people.suspend_staff', 'people.restore_staff')") == 2);
}

TEST_CASE("settings: suspended in one school, a teacher keeps the other, and their own children") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(head.post(staff(v.mme_sow, "/suspend")).status == 204);
  CHECK(v.as(v.mme_sow, "les-tilleuls-enseignant").get("/home").status == 403);
  CHECK(v.as(v.mme_sow, "les-oliviers-enseignant").get("/home").status == 200);
  REQUIRE(head.post(staff(v.mme_petit, "/suspend")).status == 204);
  CHECK_THAT(v.as(v.mme_petit, "parent").get("/home").body, Contains("Zoé"));  // SC-10: the parent is another actor

  CHECK(head.post(staff(v.mme_garcin, "/suspend")).error == "people.no_staff");  // a head is the academy's business
  CHECK(head.post(staff(v.mme_rossi, "/suspend")).status == 404);
  CHECK(v.as(v.m_benali).post(staff(v.mme_petit, "/suspend")).status == 403);
}

TEST_CASE("settings: the head ends a session that somebody left open, or all of them") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto phone = v.as(v.mathieu);
  auto library = v.as(v.mathieu);
  const auto page = head.get(page_of(v.mathieu));
  REQUIRE(page.json.at("access").at("sessions").as_array().size() == 2);
  const auto one = std::string(page.json.at("access").at("sessions").at(0).at("id").as_string());

  CHECK(head.post(page_of(v.mathieu, "/sessions/end"), R"({"session":")" + one + "\"}").status == 204);
  CHECK((phone.get("/home").status == 401) != (library.get("/home").status == 401));
  CHECK(head.post(page_of(v.mathieu, "/sessions/end")).status == 204);
  CHECK(phone.get("/home").status == 401);
  CHECK(library.get("/home").status == 401);
  CHECK(head.post(page_of(v.mathieu, "/sessions/end"), R"({"session":")" + one + "\"}").error == "settings.no_session");
  CHECK(head.post(page_of(v.karim, "/sessions/end")).error == "settings.no_person");
  CHECK(v.as(v.mme_admin).post(page_of(v.mathieu, "/sessions/end")).status == 403);
}

TEST_CASE("settings: the head renews a teacher's access, and the administrator only those of families") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto m_benali = v.as(v.m_benali);
  const auto renewed = head.post(staff(v.m_benali, "/renew"));
  REQUIRE(renewed.status == 200);
  CHECK(renewed.json.at("sheets").at(0).at("adult_name") == "Samir Benali");
  CHECK(m_benali.get("/home").status == 401);
  auto admin = v.as(v.mme_admin);
  CHECK(admin.post(staff(v.m_benali, "/renew")).status == 403);
  CHECK(admin.post("/settings/guardians/" + to_text(v.mathieu) + "/renew", about(v.tom)).status == 200);
  CHECK(head.post(staff(v.mme_garcin, "/renew")).status == 404);
}
