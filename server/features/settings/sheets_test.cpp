#include <catch2/catch.hpp>
#include <set>

#include "gate/accounts.h"
#include "gate/codes.h"
#include "village/village.h"

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string sheets_of(ClassId id) { return "/settings/classes/" + to_text(id) + "/sheets"; }
std::string renewal_of(PersonId guardian) { return "/settings/guardians/" + to_text(guardian) + "/renew"; }
std::string through(PersonId child) { return "{\"child\":\"" + to_text(child) + "\"}"; }
std::string code_of(const TestReply& reply, std::size_t i = 0) { return std::string(reply.json.at("sheets").at(i).at("code").as_string()); }
void chose_password(Village& v, PersonId person) {
  v.write([&](Tx& tx) {
    gate::reserve_login(tx, person);
    gate::set_password(tx, person, "preau$1$…");
  });
}
/// What the door would say of that code.
std::string said_of(Village& v, const std::string& code) {
  std::string said;
  v.write([&](Tx& tx) {
    const auto found = gate::find_code(tx, code);
    said = found ? "opens" : found.error().code;
  });
  return said;
}

}  // namespace

TEST_CASE("settings: a teacher prints one sheet for each guardian of the class who has no account") {
  Village v;
  chose_password(v, v.mathieu);
  const auto reply = v.as(v.m_benali).post(sheets_of(v.ce2));

  REQUIRE(reply.status == 200);
  CHECK(reply.json.at("school_name") == "Les Tilleuls");
  CHECK(reply.json.at("address") == "https://preau.exemple.fr/feuille");
  CHECK(reply.json.at("made_on") == "2026-09-14");
  CHECK(reply.json.at("until_on") == "2026-11-12");  // the last whole one of sixty days
  CHECK(reply.json.at("already") == 1);
  REQUIRE(reply.json.at("sheets").as_array().size() == 3);
  const auto& first = reply.json.at("sheets").at(0);
  CHECK(first.at("adult_name") == "Luc Bernard");
  CHECK(first.at("child_first_name") == "Adam");
  CHECK(first.at("class_label") == "CE2");
  CHECK(first.at("login") == "luc.bernard");
  CHECK_THAT(std::string(first.at("qr").as_string()), StartsWith("M0 0h7v1h-7z"));
  CHECK(said_of(v, code_of(reply)) == "opens");
  CHECK_THAT(reply.body, !Contains("Igor"));  // suspended: nothing, not even a sheet
  CHECK(v.count("gate_code") == 3);
  CHECK(v.count("store_audit", "act = 'settings.print_sheet' AND profile = 'teacher' AND child IS NOT NULL") == 3);
}

TEST_CASE("settings: sheets printed again replace the unused ones") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto first = head.post(sheets_of(v.ce2));
  const auto second = head.post(sheets_of(v.ce2));

  CHECK(said_of(v, code_of(first)) == "gate.code_unknown");
  CHECK(said_of(v, code_of(second)) == "opens");
  CHECK(v.count("gate_code", "revoked_at IS NULL") == 4);
  CHECK(first.json.at("sheets").at(0).at("login") == second.json.at("sheets").at(0).at("login"));
  const auto families = head.get("/settings/families?school_class=" + to_text(v.ce2));
  CHECK(families.json.at("children").at(0).at("guardians").at(0).at("code") == "ready");
  CHECK(families.json.at("children").at(0).at("guardians").at(0).at("code_until") == "2026-11-12");

  v.clock().advance(days(61));
  const auto later = v.as(v.mme_garcin, "les-tilleuls-direction").get("/settings/families?school_class=" + to_text(v.ce2));
  CHECK(later.json.at("children").at(0).at("guardians").at(0).at("code") == "expired");
}

TEST_CASE("settings: sheets can be made for the families never seen only") {
  Village v;
  v.as(v.sarah);  // Tom's mother enters: his family is reached
  const auto reply = v.as(v.m_benali).post(sheets_of(v.ce2), R"({"only_unentered":true})");

  REQUIRE(reply.status == 200);
  CHECK(reply.json.at("sheets").as_array().size() == 2);  // Adam's
  CHECK_THAT(reply.body, !Contains("Mathieu"));
}

TEST_CASE("settings: a guardian known under two records who has an account gets no second sheet") {
  Village v;
  chose_password(v, v.sarah);
  const auto reply = v.as(v.mme_rossi).post(sheets_of(v.gs));

  CHECK(reply.json.at("already") == 1);
  CHECK_THAT(reply.body, !Contains("Sarah"));
}

TEST_CASE("settings: the same request sent again shows no code again") {
  Village v;
  auto teacher = v.as(v.m_benali);
  REQUIRE(teacher.post(sheets_of(v.ce2), "{}", "one-and-the-same").status == 200);

  const auto again = teacher.post(sheets_of(v.ce2), "{}", "one-and-the-same");
  CHECK(again.status == 409);
  CHECK(v.count("gate_code") == 4);
  CHECK(v.count("gate_idempotency", "reply IS NOT NULL") == 0);
}

TEST_CASE("settings: making codes asks the password again") {
  Village v;
  auto teacher = v.as(v.m_benali);
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  v.clock().advance(minutes(6));

  CHECK(teacher.post(sheets_of(v.ce2)).error == "gate.confirm");
  CHECK(head.post("/settings/staff-sheets").error == "gate.confirm");
  CHECK(head.post(renewal_of(v.mathieu), through(v.tom)).error == "gate.confirm");
  CHECK(v.count("gate_code") == 0);
}

TEST_CASE("settings: nobody prints the sheets of a class they do not teach or head") {
  Village v;
  CHECK(v.as(v.m_benali).post(sheets_of(v.cp)).error == "settings.no_class");
  CHECK(v.as(v.m_benali).post(sheets_of(v.gs)).status == 404);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").post(sheets_of(v.gs)).status == 404);
  CHECK(v.as(v.mathieu).post(sheets_of(v.ce2)).status == 403);
  CHECK(v.stranger("les-tilleuls-enseignant").post(sheets_of(v.ce2)).status == 401);
  CHECK(v.count("gate_code") == 0);
  CHECK(v.count("store_audit", "act = 'settings.print_sheet'") == 0);
}

TEST_CASE("settings: the head prints a sheet for each teacher without account") {
  Village v;
  chose_password(v, v.mme_garcin);
  const auto reply = v.as(v.mme_garcin, "les-tilleuls-direction").post("/settings/staff-sheets");

  REQUIRE(reply.status == 200);
  CHECK(reply.json.at("already") == 1);
  const auto& sheets = reply.json.at("sheets").as_array();
  std::set<std::string> names;
  for (const auto& sheet : sheets) names.insert(std::string(sheet.at("adult_name").as_string()));
  CHECK(names.count("Samir Benali") == 1);
  CHECK(names.count("Chiara Rossi") == 0);
  CHECK(sheets[0].at("child_first_name") == "");
  CHECK(v.count("gate_code", "child IS NULL") == std::int64_t(sheets.size()));
  CHECK(v.as(v.m_benali).post("/settings/staff-sheets").status == 403);
  CHECK(v.as(v.mathieu).post("/settings/staff-sheets").status == 403);
}

TEST_CASE("settings: the head renews a guardian's access: password and sessions end, a new sheet is made") {
  Village v;
  auto mathieu = v.as(v.mathieu);
  chose_password(v, v.mathieu);
  const auto reply = v.as(v.mme_garcin, "les-tilleuls-direction").post(renewal_of(v.mathieu), through(v.tom));

  REQUIRE(reply.status == 200);
  REQUIRE(reply.json.at("sheets").as_array().size() == 1);
  CHECK(reply.json.at("sheets").at(0).at("class_label") == "CE2");
  CHECK(reply.json.at("sheets").at(0).at("login") == "mathieu.delmas");
  CHECK(mathieu.get("/home").status == 401);
  CHECK(v.count("gate_credential") == 0);
  CHECK(said_of(v, code_of(reply)) == "opens");
  CHECK(v.count("store_audit", "act = 'gate.renew_access'") == 1);
}

TEST_CASE("settings: renewed through the second school, the one account of two records is begun anew") {
  Village v;
  auto sarah = v.as(v.sarah);
  chose_password(v, v.sarah);
  const auto reply = v.as(v.m_lacaze).post(renewal_of(v.sarah_oliviers), through(v.lina));

  REQUIRE(reply.status == 200);
  CHECK(reply.json.at("sheets").at(0).at("login") == "sarah.delmas");
  CHECK(sarah.get("/home").status == 401);
  CHECK(v.count("gate_credential") == 0);
  v.write([&](Tx& tx) {
    const auto sheet = gate::who_is_on_sheet(tx, code_of(reply), {"192.0.2.0", "", ""});
    CHECK((sheet && !sheet->has_account && sheet->child_first_name == "Lina"));
  });
}

TEST_CASE("settings: a head renews only the guardians of their own school's children, and only a head does") {
  Village v;
  chose_password(v, v.karim);
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");

  CHECK(head.post(renewal_of(v.karim), through(v.noe)).error == "settings.no_guardian");  // of les Oliviers
  CHECK(head.post(renewal_of(v.karim), through(v.tom)).status == 404);                    // not his child
  CHECK(head.post(renewal_of(v.m_suspendu), through(v.adam)).status == 404);
  CHECK(head.post(renewal_of(v.mme_diallo), through(v.adam)).status == 404);  // until yesterday
  CHECK(head.post(renewal_of(v.m_demain), through(v.adam)).status == 404);    // from tomorrow
  CHECK(v.as(v.m_benali).post(renewal_of(v.mathieu), through(v.tom)).status == 403);
  CHECK(v.as(v.sarah).post(renewal_of(v.mathieu), through(v.tom)).status == 403);
  CHECK(v.count("gate_credential") == 1);
  CHECK(v.count("gate_code") == 0);
}
