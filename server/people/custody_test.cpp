#include "people/custody.h"

#include <catch2/catch.hpp>

#include "store/rows.h"
#include "village/village.h"

using Catch::Matchers::Contains;
using people::CustodyLevel;

namespace {

Actor head_of(PersonId person, SchoolId school) {
  Actor head;
  head.person = person;
  head.profile = Profile::head;
  head.self = {person};
  head.school = school;
  return head;
}

/// "" or the code of the refusal.
std::string limit(Village& v, const Actor& head, const people::CustodyDecision& decision) {
  std::string refused;
  v.write([&](Tx& tx) {
    const auto done = people::limit_custody(tx, head, decision);
    refused = done ? "" : done.error().code;
  });
  return refused;
}

const Date monday = date_of(2026, 9, 14);

}  // namespace

TEST_CASE("people: a suspended adult loses that child at the next request, and no other") {
  Village v;
  auto mathieu = v.as(v.mathieu);
  auto sarah = v.as(v.sarah);
  REQUIRE_THAT(mathieu.get("/home").body, Contains("Tom") && Contains("Lina"));

  CHECK(limit(v, head_of(v.mme_garcin, v.tilleuls), {v.mathieu, v.tom, CustodyLevel::suspended, monday, {}, "JAF 26/0417"}).empty());

  CHECK_THAT(mathieu.get("/home").body, !Contains("Tom") && Contains("Lina"));
  CHECK_THAT(sarah.get("/home").body, Contains("Tom") && Contains("Lina"));
  CHECK(v.count("store_audit", "act = 'people.limit_custody' AND code = 'suspended' AND child IS NOT NULL") == 1);
}

TEST_CASE("people: a decision holds between its dates and restores by itself") {
  Village v;
  REQUIRE(limit(v, head_of(v.mme_garcin, v.tilleuls), {v.mathieu, v.tom, CustodyLevel::suspended, monday + 1, monday + 2, "ref"}).empty());

  CHECK_THAT(v.as(v.mathieu).get("/home").body, Contains("Tom"));
  v.clock().advance(days(1));
  CHECK_THAT(v.as(v.mathieu).get("/home").body, !Contains("Tom"));
  v.clock().advance(days(1));
  CHECK_THAT(v.as(v.mathieu).get("/home").body, !Contains("Tom"));  // the last day is included
  v.clock().advance(days(1));
  CHECK_THAT(v.as(v.mathieu).get("/home").body, Contains("Tom"));
}

TEST_CASE("people: informed only still sees the child") {
  Village v;
  REQUIRE(limit(v, head_of(v.mme_garcin, v.tilleuls), {v.mathieu, v.tom, CustodyLevel::inform_only, monday, {}, "ref"}).empty());
  CHECK_THAT(v.as(v.mathieu).get("/home").body, Contains("Tom"));
}

TEST_CASE("people: named under either record, an adult is limited on the one that guards the child") {
  Village v;
  auto sarah = v.as(v.sarah);
  CHECK(limit(v, head_of(v.m_lacaze, v.oliviers), {v.sarah, v.lina, CustodyLevel::suspended, monday, {}, "ref"}).empty());
  CHECK_THAT(sarah.get("/home").body, Contains("Tom") && !Contains("Lina"));
  CHECK(v.count("people_custody") == 3);  // two of the village, and hers
}

TEST_CASE("people: the reference of the paper is sealed, and its content is nowhere") {
  Village v;
  REQUIRE(limit(v, head_of(v.mme_garcin, v.tilleuls), {v.mathieu, v.tom, CustodyLevel::suspended, monday, {}, "  JAF 26/0417 "}).empty());

  v.read([](Tx& tx) {
    static const store::Query ids{"tests.custody_id", "SELECT c.id FROM people_custody c ORDER BY c.made_at DESC, c.id DESC"};
    static const store::Query sealed{"tests.custody", "SELECT c.paper_reference FROM people_custody c ORDER BY c.made_at DESC, c.id DESC"};
    const auto id = store::find<Uuid>(tx, ids, {});
    const auto kept = store::find<std::vector<unsigned char>>(tx, sealed, {});
    CHECK(crypto::unseal(tx.keys(), *kept, "people_custody.paper_reference:" + to_text(*id)) == "JAF 26/0417");
  });
}

TEST_CASE("people: a decision makes that adult's unused codes for the child void") {
  Village v;
  REQUIRE(v.as(v.mme_rossi).post("/settings/classes/" + to_text(v.gs) + "/sheets").status == 200);
  const auto before = v.count("gate_code", "revoked_at IS NULL");

  REQUIRE(limit(v, head_of(v.m_lacaze, v.oliviers), {v.karim, v.noe, CustodyLevel::suspended, monday, {}, "ref"}).empty());
  v.run_jobs();

  CHECK(v.count("gate_code", "revoked_at IS NULL") == before - 1);  // Julie's stays
  CHECK(v.jobs().empty());
}

TEST_CASE("people: only a head decides, for a guardian of a child of that school, with a paper and dates that follow") {
  Village v;
  const Actor head = head_of(v.mme_garcin, v.tilleuls);
  Actor teacher = head;
  teacher.profile = Profile::teacher;

  CHECK(limit(v, teacher, {v.mathieu, v.tom, CustodyLevel::suspended, monday, {}, "ref"}) == "people.no_guardian");
  CHECK(limit(v, head, {v.karim, v.noe, CustodyLevel::suspended, monday, {}, "ref"}) == "people.no_guardian");  // of les Oliviers
  CHECK(limit(v, head, {v.karim, v.tom, CustodyLevel::suspended, monday, {}, "ref"}) == "people.no_guardian");
  CHECK(limit(v, head, {v.mme_diallo, v.adam, CustodyLevel::suspended, monday, {}, "ref"}) == "people.no_guardian");  // until yesterday
  CHECK(limit(v, head, {v.mathieu, v.tom, CustodyLevel::suspended, monday, {}, " "}) == "people.paper_reference");
  CHECK(limit(v, head, {v.mathieu, v.tom, CustodyLevel::suspended, monday, monday - 1, "ref"}) == "people.custody_dates");
  CHECK(v.count("people_custody") == 2);
  CHECK(v.jobs().empty());
}
