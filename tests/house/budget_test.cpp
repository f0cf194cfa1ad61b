#include <catch2/catch.hpp>

#include "house/world.h"

using namespace house;

// What a request may cost in SQL statements: the gate 1, and 2 for a write's key; then a list 1, the bell 1, each card of the home 2.

namespace {

constexpr int gate_read = 1;
constexpr int gate_write = 3;  // who acts, the key, its reply

struct Budget {
  const char* who;
  const char* context;
  std::string path;
  int most;
};

std::int64_t cards(const TestReply& home) { return std::int64_t(home.json.at("cards").as_object().size()); }

}  // namespace

TEST_CASE("house: a list, the bell and the hours cost one statement beside the gate's") {
  World w;
  const std::string ce2 = "?school_class=" + to_text(w.school_class("ce2"));
  const Budget budgets[] = {
      {"sarah", "parent", "/liaison/notes", 1},
      {"sarah", "parent", "/bell", 1},
      {"m_benali", "les-tilleuls-enseignant", "/bell", 1},
      {"m_benali", "les-tilleuls-enseignant", "/liaison/sent", 1},
      {"mme_garcin", "les-tilleuls-direction", "/liaison/sent", 1},
      {"mme_garcin", "les-tilleuls-direction", "/settings/classes", 1},
      {"m_benali", "les-tilleuls-enseignant", "/settings/quiet-hours", 1},
      {"m_benali", "les-tilleuls-enseignant", "/settings/families" + ce2, 1},
      {"mme_garcin", "les-tilleuls-direction", "/settings/not-reached", 1},
      {"m_benali", "les-tilleuls-enseignant", "/liaison/desk", 2},
      {"sarah", "parent", "/liaison/notes/" + to_text(w.note("ce2")), 2},
      {"m_benali", "les-tilleuls-enseignant", "/liaison/notes/" + to_text(w.note("ce2")) + "/follow-up", 3},
      {"sarah", "parent", "/liaison/conversations", 1},
      {"m_benali", "les-tilleuls-enseignant", "/liaison/conversations", 1},
      {"sarah", "parent", "/liaison/search?q=cnry", 2},
      {"sarah", "-", "/sessions", 1},
  };
  for (const Budget& budget : budgets) {
    INFO(budget.who << " " << budget.path);
    const auto reply = w.browser(budget.who, budget.context).get(budget.path);
    CHECK(reply.status == 200);
    CHECK(reply.statements <= gate_read + budget.most);
    CHECK(reply.statements > gate_read);
  }
}

TEST_CASE("house: the home costs two statements a card at most") {
  World w;
  for (const auto& [who, context] : {std::pair{"sarah", "parent"}, std::pair{"mathieu", "parent"}, std::pair{"m_suspendu", "parent"},
                                     std::pair{"m_benali", "les-tilleuls-enseignant"}, std::pair{"mme_garcin", "les-tilleuls-direction"}}) {
    INFO(who << " " << context);
    const auto home = w.browser(who, context).get("/home");
    REQUIRE(home.status == 200);
    CHECK(cards(home) > 1);
    CHECK(home.statements <= gate_read + 2 * cards(home));
  }
}

TEST_CASE("house: many notes cost no more statements than one") {
  World w;
  const int few = w.browser("m_benali", "les-tilleuls-enseignant").get("/liaison/sent").statements;
  const int few_at_home = w.browser("sarah", "parent").get("/home").statements;
  for (int i = 0; i < 10; ++i) {
    const std::string note = fmt::format(
        R"({{"kind":"information","ask":"read","title":"Mot {}","body":"Bonjour.","facts":{{}},"audience":[{{"kind":"school_class","id":"{}"}}]}})",
        i, to_text(w.school_class("ce2")));
    REQUIRE(w.browser("m_benali", "les-tilleuls-enseignant").post("/liaison/notes", note).status == 200);
  }
  CHECK(w.browser("m_benali", "les-tilleuls-enseignant").get("/liaison/sent").statements == few);
  CHECK(w.browser("sarah", "parent").get("/home").statements == few_at_home);
}

TEST_CASE("house: a write costs the gate two statements more; refused at the gate it costs one") {
  World w;
  const std::string child = "{\"child\":\"" + to_text(w.tom) + "\"}";
  CHECK(w.browser("sarah", "parent").post("/liaison/notes/" + to_text(w.note("ce2")) + "/open", child).statements == gate_write + 1);
  CHECK(w.browser("m_benali", "les-tilleuls-enseignant").post("/liaison/notes/" + to_text(w.note("ce2")) + "/open", child).statements == 1);
  CHECK(w.browser("sarah", "les-tilleuls-enseignant").get("/home").statements == 1);
}
