#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include "gate/accounts.h"
#include "gate/codes.h"
#include "gate/doors.h"
#include "gate/queries.gen.h"
#include "village/village.h"

namespace {

/// Runs the three parts of a door, as the server does.
template <class Out>
Result<Out> through(Village& v, std::function<Result<gate::Hashing<Out>>(Tx&)> first) {
  std::optional<Result<Out>> got;
  v.gate().in_three_parts<Out>(std::move(first), [&](Result<Out> out) { got = std::move(out); });
  return *got;
}

const gate::Visitor somebody{"192.0.2.7", "Firefox sur Linux", ""};

std::string sheet_for(Village& v, PersonId adult, PersonId child, SchoolId school) {
  std::string code;
  v.write([&](Tx& tx) { code = gate::make_code(tx, {adult, child, school, v.mme_garcin}).code; });
  return code;
}

Result<gate::SignedIn> activate(Village& v, const std::string& code, const std::string& password) {
  return through<gate::SignedIn>(v, [&](Tx& tx) { return gate::activate(tx, {code, password, true}, somebody); });
}

Result<gate::SignedIn> sign_in(Village& v, const std::string& login, const std::string& password, const gate::Visitor& visitor = somebody) {
  return through<gate::SignedIn>(v, [&](Tx& tx) { return gate::sign_in(tx, {login, password, true}, visitor); });
}

constexpr const char* good_password = "trois pommes bleues cuites";

}  // namespace

TEST_CASE("gate: a signed-in guardian learns who they are and which contexts they have") {
  Village v;
  auto reply = v.as(v.sarah).without_context().get("/me");
  REQUIRE(reply.status == 200);
  CHECK(reply.json.at("name").as_string() == "Sarah Delmas");
  REQUIRE(reply.json.at("contexts").as_array().size() == 1);
  CHECK(reply.json.at("contexts").as_array()[0].at("slug").as_string() == "parent");
}

TEST_CASE("gate: what makes reading comfortable follows its owner, and nobody else") {
  Village v;
  const std::string chosen =
      R"({"size":"larger","spacing":"wide","face":"opendyslexic","scheme":"dark","contrast":true,"ruler":true,"still":false,"aloud":true})";
  auto sarah = v.as(v.sarah).without_context();
  CHECK_FALSE(sarah.get("/me").json.as_object().contains("comfort"));

  CHECK(sarah.put("/comfort", chosen).status == 204);
  CHECK(v.as(v.sarah).without_context().get("/me").json.at("comfort") == boost::json::parse(chosen));
  CHECK_FALSE(v.as(v.mathieu).without_context().get("/me").json.as_object().contains("comfort"));

  std::string again = chosen;
  again.replace(again.find("larger"), 6, "usual");
  CHECK(sarah.put("/comfort", again).status == 204);  // another device of hers changes its mind
  CHECK(sarah.get("/me").json.at("comfort").at("size").as_string() == "usual");
}

TEST_CASE("gate: a size, a face or a scheme that does not exist is refused, and nothing is kept") {
  Village v;
  auto sarah = v.as(v.sarah).without_context();
  const auto reply = sarah.put(
      "/comfort",
      R"({"size":"huge","spacing":"wide","face":"comic","scheme":"dark","contrast":true,"ruler":true,"still":false,"aloud":true})");
  CHECK(reply.status == 400);
  CHECK_FALSE(reply.field("/size").empty());
  CHECK_FALSE(reply.field("/face").empty());
  CHECK_FALSE(sarah.get("/me").json.as_object().contains("comfort"));
}

TEST_CASE("gate: a head who teaches and a teacher in two schools see separate contexts, one sign-in") {
  Village v;
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").without_context().get("/me").json.at("contexts").as_array().size() == 2);
  CHECK(v.as(v.mme_sow, "les-tilleuls-enseignant").without_context().get("/me").json.at("contexts").as_array().size() == 2);
  CHECK(v.as(v.mme_petit, "parent").without_context().get("/me").json.at("contexts").as_array().size() == 2);
}

TEST_CASE("gate: nobody enters a context that no relation of today gives") {
  Village v;
  CHECK(v.as(v.sarah, "les-tilleuls-enseignant").get("/home").error == "gate.no_context");
  CHECK(v.as(v.m_ancien, "les-tilleuls-direction").get("/home").error == "gate.no_context");
  CHECK(v.as(v.m_benali, "les-oliviers-enseignant").get("/home").error == "gate.no_context");
  CHECK(v.as(v.m_demain, "parent").get("/home").error == "gate.no_context");
  CHECK(v.as(v.m_suspendu, "parent").get("/home").status == 200);  // still somebody's guardian by name: sees an empty home
  CHECK(v.stranger("parent").get("/home").status == 401);
  CHECK(v.as(v.sarah, "les-tilleuls-atsem").get("/home").error == "gate.no_context");  // a profile that does not live yet
}

TEST_CASE("gate: one statement tells who acts, and the home needs no other of the gate") {
  Village v;
  CHECK(v.as(v.sarah).without_context().get("/sessions").statements == 2);
}

TEST_CASE("gate: a write without key, from another origin or with an unknown member is refused") {
  Village v;
  auto sarah = v.as(v.sarah).without_context();
  CHECK(sarah.post("/codes", R"({"code":"x"})", "short").error == "gate.no_key");
  CHECK(sarah.post("/codes", R"({"code":"x","extra":1})").field("/extra") == "unknown");
  CHECK(sarah.post("/codes", "{").field("") == "not_json");
  CHECK(sarah.get("/codes").status == 405);
  CHECK(sarah.get("/nothing").status == 404);
}

TEST_CASE("gate: the same key does its write once and answers alike; with another body it is a conflict") {
  Village v;
  auto sarah = v.as(v.sarah).without_context();
  auto other = v.as(v.sarah).without_context();
  const auto sessions = other.get("/sessions").json.at("sessions").as_array();
  REQUIRE(sessions.size() == 2);
  std::string id;
  for (const auto& s : sessions) {
    if (!s.at("here").as_bool()) id = s.at("id").as_string().c_str();
  }
  const std::string path = "/sessions/" + id + "/end";
  CHECK(other.post(path, "{}", "the-same-key-0001").status == 204);
  CHECK(other.post(path, "{}", "the-same-key-0001").status == 204);  // not 404: it was done
  CHECK(other.post("/sessions/" + to_text(v.sarah) + "/end", "{}", "the-same-key-0001").error == "gate.key_reused");
  CHECK(sarah.get("/me").status == 401);
}

TEST_CASE("gate: a person ends only their own sessions") {
  Village v;
  auto sarah = v.as(v.sarah).without_context();
  auto julie = v.as(v.julie).without_context();
  const std::string id = julie.get("/sessions").json.at("sessions").as_array()[0].at("id").as_string().c_str();
  CHECK(sarah.post("/sessions/" + id + "/end").status == 404);
  CHECK(julie.get("/me").status == 200);
  CHECK(sarah.post("/sign-out").status == 204);
  CHECK(sarah.get("/me").status == 401);
}

TEST_CASE("gate: a sheet opens an account once, and never again") {
  Village v;
  const auto code = sheet_for(v, v.julie, v.noe, v.oliviers);
  CHECK(activate(v, code, "court").error().fields[0].code == "gate.password_short");
  const auto in = activate(v, gate::spaced(code), good_password);
  REQUIRE(in);
  CHECK(in->person == v.julie);
  CHECK(activate(v, code, good_password).error().code == "gate.code_used");
  CHECK(sign_in(v, "Julie.Morel", good_password));
  CHECK(v.count("gate_code", "used_at IS NOT NULL") == 1);
  CHECK(v.count("store_audit", "act = 'gate.activate'") == 1);
}

TEST_CASE("gate: a mistyped, an unknown and an expired code are told apart, and a new sheet replaces the old one") {
  Village v;
  const auto code = sheet_for(v, v.julie, v.noe, v.oliviers);
  CHECK(activate(v, "K7P4", good_password).error().code == "gate.code_unreadable");
  CHECK(activate(v, "2222 2222 2222", good_password).error().code == "gate.code_unknown");
  const auto second = sheet_for(v, v.julie, v.noe, v.oliviers);
  CHECK(activate(v, code, good_password).error().code == "gate.code_unknown");
  v.clock().advance(days(61));
  CHECK(activate(v, second, good_password).error().code == "gate.code_expired");
}

TEST_CASE("gate: no password stands in the database, and none can be read back") {
  Village v;
  activate(v, sheet_for(v, v.julie, v.noe, v.oliviers), good_password);
  CHECK(v.count("gate_credential", "verifier LIKE 'preau_1_argon2id_v=19_m=19456,t=2,p=1_%'") == 1);
  CHECK(v.count("gate_credential", "verifier LIKE '%pommes%'") == 0);
}

TEST_CASE("gate: a wrong password and an unknown login get the same refusal, then both slow down") {
  Village v;
  activate(v, sheet_for(v, v.julie, v.noe, v.oliviers), good_password);
  CHECK(sign_in(v, "julie.morel", "pas le bon mot de passe").error().code == "gate.wrong_password");
  CHECK(sign_in(v, "personne.du.tout", "pas le bon mot de passe").error().code == "gate.wrong_password");
  for (int i = 0; i < 10; ++i) sign_in(v, "julie.morel", "pas le bon mot de passe");
  const auto slowed = sign_in(v, "julie.morel", good_password);
  REQUIRE_FALSE(slowed);
  CHECK(slowed.error().fault == Fault::too_many);
  CHECK(slowed.error().retry_after_s > 0);
  v.clock().advance(minutes(11));
  CHECK(sign_in(v, "julie.morel", good_password));
}

TEST_CASE("gate: a stranger's tries do not keep the owner out of a known device") {
  Village v;
  const auto in = activate(v, sheet_for(v, v.julie, v.noe, v.oliviers), good_password);
  const gate::Visitor stranger{"198.51.100.9", "Curl", ""};
  for (int i = 0; i < 12; ++i) sign_in(v, "julie.morel", "au hasard, encore une fois", stranger);
  CHECK_FALSE(sign_in(v, "julie.morel", good_password, stranger));
  CHECK(sign_in(v, "julie.morel", good_password, {"192.0.2.7", "Firefox sur Linux", in->device_token}));
}

TEST_CASE("gate: a signed-in mother adds the sheet of her other record: one account, two schools") {
  Village v;
  auto mathieu = v.as(v.mathieu);
  const auto code = sheet_for(v, v.karim, v.noe, v.oliviers);
  auto added = mathieu.without_context().post("/codes", R"({"code":")" + code + R"("})");
  REQUIRE(added.status == 200);
  CHECK(added.json.at("children").as_array()[0].at("first_name").as_string() == "Noé");
  CHECK(v.count("people_merge", "undone_at IS NULL") == 2);
  CHECK(mathieu.without_context().post("/codes", R"({"code":")" + code + R"("})").error == "gate.code_used");
}

TEST_CASE("gate: a sheet is not added twice, nor one's own, nor a record that already signs in on its own") {
  Village v;
  auto sarah = v.as(v.sarah).without_context();
  CHECK(sarah.post("/codes", R"({"code":")" + sheet_for(v, v.sarah, v.tom, v.tilleuls) + R"("})").error == "gate.code_yours");
  activate(v, sheet_for(v, v.julie, v.noe, v.oliviers), good_password);
  CHECK(sarah.post("/codes", R"({"code":")" + sheet_for(v, v.julie, v.noe, v.oliviers) + R"("})").error == "gate.code_has_account");
  CHECK(sarah.post("/codes", R"({"code":")" + sheet_for(v, v.m_suspendu, v.adam, v.tilleuls) + R"("})").error == "gate.code_void");
}

TEST_CASE("gate: a shared device is left after 15 minutes, an own one after the days of its profile") {
  const Zone paris = Zone::named("Europe/Paris");
  const Millis now = paris.instant(date_of(2026, 9, 14), 8 * 60 + 30);
  gate::Session shared{{}, {}, false, now, now, now};
  CHECK(gate::still_serves(shared, Profile::guardian, now, now + minutes(15), paris));
  CHECK_FALSE(gate::still_serves(shared, Profile::guardian, now, now + minutes(16), paris));
  CHECK_FALSE(gate::still_serves(shared, Profile::teacher, now + hours(11), now + hours(11), paris));  // 19 h 30
  gate::Session own{{}, {}, true, now, now, now};
  CHECK(gate::still_serves(own, Profile::guardian, now, now + days(29), paris));
  CHECK_FALSE(gate::still_serves(own, Profile::guardian, now, now + days(31), paris));
  CHECK_FALSE(gate::still_serves(own, Profile::guardian, now + days(180), now + days(181), paris));
  CHECK_FALSE(gate::still_serves(own, Profile::head, now, now + hours(13), paris));
  CHECK_FALSE(gate::still_serves(own, Profile::teacher, now, now + days(8), paris));
}

TEST_CASE("gate: past its own duration a context asks for the password again, and the others still serve") {
  Village v;
  auto petit = v.as(v.mme_petit, "les-tilleuls-enseignant");
  v.clock().advance(days(8));
  CHECK(petit.get("/home").error == "gate.ask_again");
  CHECK(petit.in("parent").get("/home").status == 200);
}

TEST_CASE("gate: a changed password ends the other sessions and keeps this one") {
  Village v;
  activate(v, sheet_for(v, v.julie, v.noe, v.oliviers), good_password);
  auto here = v.as(v.julie).without_context();
  auto elsewhere = v.as(v.julie).without_context();
  CHECK(here.post("/password", R"({"current":"non, pas celui-ci","wanted":"quatre poires jaunes crues"})").error == "gate.wrong_password");
  CHECK(here.post("/password", R"({"current":"trois pommes bleues cuites","wanted":"julie.morel1"})").field("/wanted") ==
        "gate.password_is_name");
  CHECK(here.post("/password", R"({"current":"trois pommes bleues cuites","wanted":"quatre poires jaunes crues"})").status == 204);
  CHECK(here.get("/me").status == 200);
  CHECK(elsewhere.get("/me").status == 401);
  CHECK(sign_in(v, "julie.morel", "quatre poires jaunes crues"));
  CHECK(sign_in(v, "julie.morel", good_password).error().code == "gate.wrong_password");
}

TEST_CASE("gate: the first head is invited by UAI, and only while they have no access") {
  Village v;
  std::vector<gate::Invitation> made;
  v.write([&](Tx& tx) { made = *gate::invite_heads(tx, "0999990W", "Inès"); });
  REQUIRE(made.size() == 1);
  CHECK(made[0].login == "helene.garcin");
  REQUIRE(activate(v, made[0].code, good_password));
  v.write([&](Tx& tx) {
    CHECK(gate::invite_heads(tx, "0999990W", "Inès")->empty());
    CHECK(gate::invite_heads(tx, "0111111X", "Inès").error().code == "gate.no_school");
  });
  CHECK(v.count("store_audit", "act = 'gate.invite' AND by_name = 'Inès'") == 1);
}

TEST_CASE("gate: two people of the same name get two logins") {
  Village v;
  v.write([&](Tx& tx) {
    CHECK(gate::reserve_login(tx, v.sarah) == "sarah.delmas");
    CHECK(gate::reserve_login(tx, v.sarah_oliviers) == "sarah.delmas2");
    CHECK(gate::reserve_login(tx, v.sarah) == "sarah.delmas");
  });
}

TEST_CASE("gate: a refused act leaves a trace of ids and codes, nothing else") {
  Village v;
  v.as(v.sarah, "parent").without_context().post("/codes", R"({"code":")" + sheet_for(v, v.m_suspendu, v.adam, v.tilleuls) + R"("})");
  CHECK(v.count("store_audit", "act = 'gate.refused' AND code = 'gate.code_void'") == 1);
}

TEST_CASE("gate: a decision on one of a person's two records holds for the person") {
  Village v;
  // the other record guards Adam, and is suspended
  v.write([&](Tx& tx) { gate::q::merge_records(tx, tx.new_id<Uuid>(), v.mme_petit, v.m_suspendu, tx.now()); });
  auto reply = v.as(v.mme_petit, "parent").get("/home");
  REQUIRE(reply.status == 200);
  CHECK(reply.body.find("Zoé") != std::string::npos);
  CHECK(reply.body.find("Adam") == std::string::npos);
}

TEST_CASE("gate: a disk that is full while a verb writes a file is told, and nothing follows") {
  Village v;
  bool followed = false;
  const auto out = through<void>(v, [&](Tx&) -> Result<gate::Hashing<void>> {
    gate::Hashing<void> parts;
    parts.hash = [] { throw store::Fault(store::Cause::full, "blobs: write 28"); };
    parts.finish = [&](Tx&) -> Result<> {
      followed = true;
      return {};
    };
    return parts;
  });
  CHECK(out.error().fault == Fault::out_of_space);
  CHECK(out.error().code == "gate.disk_full");
  CHECK_FALSE(followed);
}
