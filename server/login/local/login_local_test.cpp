#include <catch2/catch.hpp>

#include "gate/accounts.h"
#include "gate/codes.h"
#include "gate/limits.h"
#include "login/local/device.h"
#include "login/local/passer_by_test.h"
#include "login/local/way_back.h"

using namespace login::local;
using gate::Reply;

namespace {

constexpr const char* password = "trois pommes bleues cuites";

bool says(const Reply& reply, std::string_view text) { return reply.body.find(text) != std::string::npos; }
std::string location(const Reply& reply) { return PasserBy::header(reply, "Location"); }

/// The doors of the village.
struct Doors {
  Village v;
  Local local{v.gate()};
  PasserBy somebody{local};

  std::string sheet(PersonId adult, std::optional<PersonId> child, SchoolId school) {
    std::string code;
    v.write([&](Tx& tx) { code = gate::make_code(tx, {adult, child, school, {}}).code; });
    return code;
  }
  void give_password(PersonId person) {
    v.write([&](Tx& tx) {
      gate::reserve_login(tx, person);
      gate::set_password(tx, person, crypto::hash_password(tx.keys(), password, tx.random()));
    });
  }
};

}  // namespace

TEST_CASE("doors: an empty machine says which commands to run, and that the server stops for them") {
  Doors d;
  const Reply reply = d.somebody.get("/");
  CHECK(reply.status == 200);
  CHECK(says(reply, "preau import aaf"));
  CHECK(says(reply, "preau account invite --uai"));
  if (d.v.database().engine() == store::Engine::sqlite) CHECK(says(reply, "arrêtez le serveur"));
}

TEST_CASE("doors: a passer-by says who they are, under the date written by hand, and no door is dead") {
  Doors d;
  d.give_password(d.v.mathieu);
  const Reply reply = d.somebody.get("/");
  CHECK(says(reply, "Lundi 14 septembre"));
  for (const char* door : {"/entrer/parent", "/entrer/ecole", "/feuille", "/aide"}) {
    CHECK(says(reply, fmt::format("href=\"{}\"", door)));
    CHECK(d.somebody.get(door).status == 200);
  }
  CHECK(d.somebody.get("/entrer/mairie").status == 404);
  CHECK(says(d.somebody.get("/entrer/mairie"), "Cette page n’existe pas"));
}

TEST_CASE("doors: a father enters on his own phone, and stays in for 180 days at most") {
  Doors d;
  d.give_password(d.v.mathieu);
  const Reply reply = d.somebody.fill("/entrer/parent", {{"login", "Mathieu.Delmas"}, {"password", password}, {"own", "yes"}});
  CHECK(reply.status == 303);
  CHECK(location(reply) == "/c/parent/");
  const std::string session = d.somebody.set_cookies["__Host-preau"];
  for (const char* attribute : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=15552000"}) {
    CHECK(session.find(attribute) != std::string::npos);
  }
  CHECK(session.find("Domain") == std::string::npos);
  CHECK(d.somebody.cookies.contains("__Host-preau-device"));
  CHECK_FALSE(d.somebody.cookies.contains("__Host-preau-form"));
  CHECK(d.v.count("gate_session", "device = 'Firefox sur Android'") == 1);
}

TEST_CASE("doors: on a shared device nothing outlives the browser") {
  Doors d;
  d.give_password(d.v.mathieu);
  d.somebody.fill("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", password}});
  CHECK(d.somebody.set_cookies["__Host-preau"].find("Max-Age") == std::string::npos);
  CHECK_FALSE(d.somebody.cookies.contains("__Host-preau-device"));
}

TEST_CASE("doors: a wrong password and an account that does not exist get the same bytes") {
  Doors d;
  d.give_password(d.v.mathieu);
  const Reply known = d.somebody.fill("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", "je ne sais plus"}});
  Reply unknown = d.somebody.post("/entrer/parent", {{"login", "nobody.at.all"}, {"password", "je ne sais plus"}});
  CHECK(known.status == unknown.status);
  CHECK(known.headers == unknown.headers);
  const auto at = unknown.body.find("nobody.at.all");
  REQUIRE(at != std::string::npos);
  unknown.body.replace(at, 13, "mathieu.delmas");
  CHECK(known.body == unknown.body);
  CHECK(says(known, "ne vont pas ensemble"));
  CHECK(says(known, "autofocus"));
  CHECK(says(known, "aria-describedby=\"password-faute\""));
  CHECK_FALSE(d.somebody.cookies.contains("__Host-preau"));
}

TEST_CASE("doors: a form that another site sends, or that was made for another browser, opens nothing") {
  Doors d;
  d.give_password(d.v.mathieu);
  const std::map<std::string, std::string> right{{"login", "mathieu.delmas"}, {"password", password}};
  PasserBy other(d.local);

  d.somebody.get("/entrer/parent");
  d.somebody.origin = "https://ailleurs.exemple.fr";
  CHECK(d.somebody.post("/entrer/parent", right).status == 403);
  d.somebody.origin = "";
  CHECK(d.somebody.post("/entrer/parent", right).status == 403);

  auto without_mark = right;
  without_mark["form"] = "";
  CHECK(other.post("/entrer/parent", without_mark).status == 403);
  other.get("/entrer/parent");
  other.cookies["__Host-preau-form"] = std::string(22, 'A');  // another browser's
  CHECK(other.post("/entrer/parent", right).status == 403);
  CHECK(says(other.post("/entrer/parent", without_mark), "Cette page a attendu trop longtemps"));
  CHECK(d.v.count("gate_session") == 0);
  CHECK(d.v.count("gate_limit") == 0);
}

TEST_CASE("doors: who types too many wrong passwords is asked to wait, with how long") {
  Doors d;
  d.give_password(d.v.mathieu);
  d.somebody.get("/entrer/parent");
  Reply reply;
  for (int tries = 0; tries < 11; ++tries) {
    reply = d.somebody.post("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", "au hasard " + std::to_string(tries)}});
  }
  CHECK(reply.status == 429);
  CHECK(PasserBy::header(reply, "Retry-After") == "600");
  CHECK(says(reply, "Attendez 10 minutes"));
}

TEST_CASE("doors: entering again takes a new token and ends the session the browser held") {
  Doors d;
  d.give_password(d.v.mathieu);
  const std::map<std::string, std::string> right{{"login", "mathieu.delmas"}, {"password", password}, {"own", "yes"}};
  d.somebody.fill("/entrer/parent", right);
  const std::string first = d.somebody.cookies["__Host-preau"];
  d.somebody.fill("/entrer/parent", right);
  CHECK(d.somebody.cookies["__Host-preau"] != first);
  CHECK(d.v.count("gate_session", "ended_at IS NULL") == 1);
}

TEST_CASE("doors: a teacher who is also a mother goes where the door she chose leads") {
  Doors d;
  d.give_password(d.v.mme_petit);
  std::string login;
  d.v.write([&](Tx& tx) { login = gate::reserve_login(tx, d.v.mme_petit); });
  const std::map<std::string, std::string> right{{"login", login}, {"password", password}};
  CHECK(location(d.somebody.fill("/entrer/parent", right)) == "/c/parent/");
  CHECK(location(d.somebody.fill("/entrer/ecole", right)) == "/c/les-tilleuls-enseignant/");
}

TEST_CASE("doors: who is in goes home from the first page; a page that was refused leads to the doors, and back") {
  Doors d;
  d.give_password(d.v.mathieu);
  d.somebody.fill("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", password}, {"own", "yes"}});
  CHECK(location(d.somebody.get("/")) == "/c/parent/");
  const Reply asked = d.somebody.get("/?retour=%2Fc%2Fparent%2Fcarnet%3Fenfant%3D12");
  CHECK(asked.status == 200);
  CHECK(says(asked, "/entrer/parent?retour=/c/parent/carnet%3Fenfant%3D12"));
  const Reply in =
      d.somebody.fill("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", password}, {"retour", "/c/parent/carnet?enfant=12"}});
  CHECK(location(in) == "/c/parent/carnet?enfant=12");
}

TEST_CASE("doors: no address leads out of the house") {
  for (const char* hostile : {"https://ailleurs.fr/",
                              "//ailleurs.fr",
                              "/\\ailleurs.fr",
                              "\\\\ailleurs.fr",
                              "/c/../../ailleurs",
                              "/c//ailleurs.fr",
                              "/c/parent/..//ailleurs.fr",
                              "/c/%2e%2e/ailleurs",
                              "/c/%5c%5cailleurs",
                              "javascript:alert(1)",
                              "/c/parent\r\nSet-Cookie: a=b",
                              "/c/parent/\"onload=\"x",
                              "/c/ parent",
                              "/entrer/parent",
                              "/api/me",
                              "c/parent/",
                              " /c/parent/",
                              "/C/parent/",
                              "/c",
                              ""}) {
    CHECK(page_wanted(hostile).empty());
  }
  CHECK(page_wanted("/c/" + std::string(600, 'a')).empty());
  CHECK(page_wanted("/c/parent/carnet?enfant=12") == "/c/parent/carnet?enfant=12");

  Doors d;
  d.give_password(d.v.mathieu);
  const Reply in =
      d.somebody.fill("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", password}, {"retour", "//ailleurs.fr/c/parent/"}});
  CHECK(location(in) == "/c/parent/");
  const Reply elsewhere =
      d.somebody.fill("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", password}, {"retour", "/c/les-tilleuls-direction/"}});
  CHECK(location(elsewhere) == "/c/parent/");  // somebody else's place
}

TEST_CASE("doors: somebody whom no school counts today is told so, and is not left signed in") {
  Doors d;
  d.give_password(d.v.m_demain);
  std::string login;
  d.v.write([&](Tx& tx) { login = gate::reserve_login(tx, d.v.m_demain); });
  const Reply reply = d.somebody.fill("/entrer/parent", {{"login", login}, {"password", password}});
  CHECK(reply.status == 403);
  CHECK(says(reply, "Rien n’est ouvert pour vous"));
  CHECK_FALSE(d.somebody.cookies.contains("__Host-preau"));
  CHECK(d.v.count("gate_session", "ended_at IS NULL") == 0);
}

TEST_CASE("doors: a mother opens her access with her sheet, once") {
  Doors d;
  const std::string code = d.sheet(d.v.sarah, d.v.tom, d.v.tilleuls);
  const Reply owner = d.somebody.fill("/feuille", {{"code", gate::spaced(code)}});
  CHECK(owner.status == 200);
  CHECK(says(owner, "Feuille de Sarah Delmas, pour Tom, "));
  CHECK(says(owner, "value=\"sarah.delmas\""));
  CHECK(says(owner, "12 caractères au moins"));

  const Reply weak = d.somebody.post("/feuille", {{"code", code}, {"password", "motdepasse123"}, {"own", "yes"}});
  CHECK(weak.status == 400);
  CHECK(says(weak, "trop connu"));
  CHECK(says(weak, " checked"));
  CHECK_FALSE(says(weak, "motdepasse123"));

  const Reply in = d.somebody.post("/feuille", {{"code", code}, {"password", password}, {"own", "yes"}});
  CHECK(in.status == 303);
  CHECK(location(in) == "/c/parent/");
  CHECK(d.somebody.cookies.contains("__Host-preau"));

  PasserBy finder(d.local);
  const Reply used = finder.fill("/feuille", {{"code", code}});
  CHECK(used.status == 410);
  CHECK(says(used, "Ce code a déjà servi"));
  CHECK_FALSE(says(used, "Sarah"));
}

TEST_CASE("doors: an expired, a replaced and a mistyped code each say what to do, and name nobody") {
  Doors d;
  const std::string replaced = d.sheet(d.v.mathieu, d.v.tom, d.v.tilleuls);
  const std::string code = d.sheet(d.v.mathieu, d.v.tom, d.v.tilleuls);
  const Reply mistyped = d.somebody.fill("/feuille", {{"code", "K7P4 2MQ9"}});
  CHECK(mistyped.status == 400);
  CHECK(says(mistyped, "Ce code n’est pas complet"));
  CHECK(says(mistyped, "value=\"K7P4 2MQ9\""));
  const Reply unknown = d.somebody.post("/feuille", {{"code", replaced}});
  CHECK(unknown.status == 404);
  CHECK(says(unknown, "Aucune feuille ne porte ce code"));
  d.v.clock().advance(days(61));
  const Reply expired = d.somebody.post("/feuille", {{"code", code}});
  CHECK(expired.status == 410);
  CHECK(says(expired, "n’est plus valable"));
  for (const Reply& reply : {mistyped, unknown, expired}) CHECK_FALSE(says(reply, "Mathieu"));
}

TEST_CASE("doors: somebody who tries one code after another is asked to wait") {
  Doors d;
  d.give_password(d.v.mathieu);
  d.somebody.get("/feuille");
  Reply reply;
  for (int tries = 0; tries <= gate::codes_of_network.most; ++tries) reply = d.somebody.post("/feuille", {{"code", "K7P4 2MQ9 X3TD"}});
  CHECK(reply.status == 429);
  CHECK(says(reply, "Attendez"));
}

TEST_CASE("doors: a guardian who is in is shown where to add another sheet; a sheet with an account says to enter first") {
  Doors d;
  d.give_password(d.v.mathieu);
  const std::string code = d.sheet(d.v.mathieu, d.v.tom, d.v.tilleuls);
  CHECK(says(d.somebody.fill("/feuille", {{"code", code}}), "entrez avec votre identifiant, puis ajoutez ce code"));
  CHECK_FALSE(says(d.somebody.get("/feuille"), "Ajouter cet enfant à mon compte"));
  d.somebody.fill("/entrer/parent", {{"login", "mathieu.delmas"}, {"password", password}, {"own", "yes"}});
  const Reply reply = d.somebody.get("/feuille");
  CHECK(says(reply, "Ajouter cet enfant à mon compte"));
  CHECK(says(reply, "/c/parent/compte/ajouter-un-enfant"));
}

TEST_CASE("doors: where the browser would not keep the session, the page says why and what to do") {
  Doors d;
  d.give_password(d.v.mathieu);
  PasserBy neighbour(d.local, "192.168.1.20:8080");
  for (const char* path : {"/", "/entrer/parent", "/feuille"}) {
    const Reply reply = neighbour.get(path);
    CHECK(reply.status == 403);
    CHECK(says(reply, "http://192.168.1.20:8080"));
    CHECK(says(reply, "https"));
    CHECK_FALSE(says(reply, "<form"));
  }
  CHECK(neighbour.get("/aide").status == 200);
}

TEST_CASE("doors: the demo says whose clock it is") {
  Doors d;
  gate::HashPool hash_pool(0, 1);
  gate::Settings settings;
  settings.demo = true;
  gate::Gate demo(d.v.database(), hash_pool, settings, {});
  Local local(demo);
  CHECK(says(PasserBy(local).get("/aide"), "14 septembre 2026"));
  CHECK_FALSE(says(d.somebody.get("/aide"), "14 septembre 2026"));
}

TEST_CASE("doors: what people type and what the feed calls them shows as text, never as markup") {
  CHECK(escaped("Zoé & <b>\"l'Été\"</b>") == "Zoé &amp; &lt;b&gt;&quot;l&#39;Été&quot;&lt;/b&gt;");
  constexpr const char* hostile = "\"><script>alert(1)</script>";
  const Page page = password_page(
      {.mark = hostile, .code = hostile, .owner = {hostile, hostile, hostile, hostile, false}, .wrong = "gate.password_short"});
  CHECK(page.main.text().find("<script") == std::string::npos);
  CHECK(page.main.text().find("&lt;script&gt;") != std::string::npos);
  Doors d;
  d.give_password(d.v.mathieu);
  CHECK_FALSE(says(d.somebody.fill("/entrer/parent", {{"login", hostile}, {"password", "x"}}), "<script"));
  CHECK_FALSE(says(d.somebody.fill("/feuille", {{"code", hostile}}), "<script"));
  CHECK_FALSE(says(PasserBy(d.local, "a<script>b").get("/feuille"), "<script"));
  CHECK_FALSE(says(d.somebody.get("/?retour=/c/%22%3E%3Cscript%3E"), "<script"));
}

TEST_CASE("doors: no page has a style or a script of its own, and each has one main heading") {
  Doors d;
  d.give_password(d.v.mathieu);
  for (const char* path : {"/", "/entrer/parent", "/entrer/ecole", "/feuille", "/aide", "/rien"}) {
    const Reply reply = d.somebody.get(path);
    for (const char* refused : {" style=", "<style", "<script", " onclick=", "javascript:"}) CHECK_FALSE(says(reply, refused));
    CHECK(says(reply, "<html lang=\"fr\">"));
    CHECK(says(reply, "href=\"#contenu\""));
    const auto heading = reply.body.find("<h1>");
    REQUIRE(heading != std::string::npos);
    CHECK(reply.body.find("<h1>", heading + 1) == std::string::npos);
  }
}

TEST_CASE("doors: the sheet of the web build is filled in its two places, or refused") {
  const auto shell = Shell::built("<title>%TITLE%</title><body>%BODY%</body>");
  REQUIRE(shell);
  const std::string page = shell->written({"A & B", html("<h1>{}</h1>", "A & B")}, false);
  CHECK(page.starts_with("<title>A &amp; B · Préau</title><body>"));
  CHECK(page.find("<h1>A &amp; B</h1>") != std::string::npos);
  CHECK_FALSE(Shell::built("<body>%BODY%</body>"));
}

TEST_CASE("doors: a device is named as its owner would") {
  CHECK(device_named("Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0") == "Firefox sur Android");
  CHECK(device_named("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 "
                     "Mobile/15E148 Safari/604.1") == "Safari sur iPhone");
  CHECK(device_named("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36") ==
        "Chrome sur Windows");
  CHECK(device_named("curl/8.0") == "Navigateur");
  CHECK(device_named("") == "Navigateur");
}
