#include <catch2/catch.hpp>

#include "gate/doors.h"
#include "village/village.h"

using Catch::Matchers::Contains;

namespace {

std::string cards_of(ClassId id) { return "/settings/classes/" + to_text(id) + "/pupil-cards"; }
std::string card_of(PersonId pupil) { return "/settings/pupils/" + to_text(pupil) + "/card"; }
std::string text_of(const TestReply& reply, const char* key, std::size_t i = 0) {
  return std::string(reply.json.at("cards").at(i).at(key).as_string());
}

/// What the pupils' door says: "opens", or the code of its refusal.
std::string said_of(Village& v, const std::string& login, const std::string& phrase) {
  std::string said;
  std::optional<gate::Hashing<gate::SignedIn>> parts;
  v.write([&](Tx& tx) {
    auto first = gate::sign_in_pupil(tx, {login, phrase, false}, {"192.0.2.0", "", ""});
    if (first) parts = std::move(*first);
    if (!first) said = first.error().code;
  });
  if (!parts) return said;
  parts->hash();
  v.write([&](Tx& tx) {
    const auto in = parts->finish(tx);
    said = in ? "opens" : in.error().code;
  });
  return said;
}

}  // namespace

TEST_CASE("settings: a teacher prints the cards of the class, each pupil enters with three words") {
  Village v;
  const auto reply = v.as(v.m_benali).post(cards_of(v.ce2));

  REQUIRE(reply.status == 200);
  CHECK(reply.json.at("address") == "https://preau.exemple.fr/entrer/eleve");
  REQUIRE(reply.json.at("cards").as_array().size() == 3);
  CHECK(text_of(reply, "first_name") == "Adam");
  CHECK(text_of(reply, "login") == "adam.bernard");
  CHECK(said_of(v, "adam.bernard", text_of(reply, "phrase")) == "opens");
  CHECK(said_of(v, "adam.bernard", "  " + text_of(reply, "phrase") + ". ") == "opens");
  CHECK(said_of(v, "tom.delmas", text_of(reply, "phrase")) == "gate.wrong_phrase");
  CHECK(v.count("store_audit", "act = 'settings.pupil_card'") == 3);
  CHECK(v.count("gate_idempotency", "reply IS NOT NULL") == 0);  // the words are nowhere
}

TEST_CASE("settings: cards printed again leave those in the pencil cases as they are") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const auto first = teacher.post(cards_of(v.ce2));
  const auto again = teacher.post(cards_of(v.ce2));

  CHECK(again.json.at("cards").as_array().empty());
  CHECK(again.json.at("already") == 3);
  CHECK(said_of(v, text_of(first, "login"), text_of(first, "phrase")) == "opens");
}

TEST_CASE("settings: a lost card is replaced; the former words and the sessions end, the door counts anew") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const auto first = teacher.post(cards_of(v.ce2));
  auto adam = v.as(v.adam);
  for (int i = 0; i < 10; ++i) said_of(v, "adam.bernard", "chat chien loup");
  CHECK(said_of(v, "adam.bernard", text_of(first, "phrase")) == "gate.slow_down");

  const auto second = teacher.post(card_of(v.adam));
  REQUIRE(second.status == 200);
  CHECK(said_of(v, "adam.bernard", text_of(first, "phrase")) == "gate.wrong_phrase");
  CHECK(said_of(v, "adam.bernard", text_of(second, "phrase")) == "opens");
  CHECK(adam.get("/home").status == 401);
}

TEST_CASE("settings: pupils of cycle 1 have no card here: their door has pictures") {
  Village v;
  const auto reply = v.as(v.mme_rossi).post(cards_of(v.gs));
  REQUIRE(reply.status == 200);
  CHECK(reply.json.at("cards").as_array().empty());
  CHECK(reply.json.at("too_young") == 2);
  CHECK(v.as(v.mme_rossi).post(card_of(v.lina)).error == "settings.no_pupil");
}

TEST_CASE("settings: a substitute makes cards while they hold the class, a head for the school, nobody else") {
  Village v;
  CHECK(v.as(v.m_remplacant).post(card_of(v.tom)).status == 200);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").post(card_of(v.zoe)).status == 200);
  CHECK(v.as(v.m_benali).post(card_of(v.zoe)).error == "settings.no_pupil");  // of another class
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").post(card_of(v.lina)).status == 404);
  CHECK(v.as(v.mathieu).post(card_of(v.tom)).status == 403);
  CHECK(v.as(v.tom).post(card_of(v.tom)).status == 403);
  v.clock().advance(days(5));  // Saturday: the replacement has ended
  CHECK(v.as(v.m_remplacant, "les-tilleuls-remplacement").post(card_of(v.tom)).status == 403);
}

TEST_CASE("settings: an adult's password never opens the pupils' door, nor does a pupil's card open an adult's account") {
  Village v;
  const auto reply = v.as(v.m_benali).post(card_of(v.tom));
  CHECK(said_of(v, "sarah.delmas", text_of(reply, "phrase")) == "gate.wrong_phrase");
  auto tom = v.as(v.tom);
  CHECK(tom.without_context().get("/me").json.at("contexts").as_array().size() == 1);
  CHECK(tom.in("parent").get("/home").status == 403);
}
