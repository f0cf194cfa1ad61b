#include <catch2/catch.hpp>

#include "store/rows.h"
#include "village/village.h"

namespace {

const std::string path = "/settings/quiet-hours";

/// A note that waits for the end of quiet hours, as `notices` keeps it.
void waits(Village& v, SchoolId school, Millis deliver_at) {
  static const store::Query insert{"tests.waits",
                                   "INSERT INTO notices_delivery (id, kind, thing, edition, party, school, person, about_child, made_at, "
                                   "deliver_at) VALUES ($1, 'liaison.note', $1, 1, $2, $3, $4, $5, $6, $7)"};
  v.write([&](Tx& tx) {
    const auto id = tx.new_id<Uuid>();
    const store::Param in[] = {store::param(id),    store::param(v.academy), store::param(school),    store::param(v.mathieu),
                               store::param(v.tom), store::param(tx.now()),  store::param(deliver_at)};
    store::run(tx, insert, in);
  });
}

}  // namespace

TEST_CASE("settings: usual quiet hours until somebody changes them, then who did and when") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");

  const auto usual = v.as(v.m_benali).get(path);
  REQUIRE(usual.status == 200);
  CHECK(usual.body == R"({"evening_from":1200,"morning_until":420,"weekend":true,"version":0})");
  CHECK(usual.statements == 2);

  const auto changed = head.put(path, R"({"evening_from":1140,"morning_until":450,"weekend":false,"version":0})");
  REQUIRE(changed.status == 200);
  CHECK(changed.json.at("version") == 1);
  CHECK(changed.json.at("by_name") == "Hélène Garcin");
  CHECK(changed.json.at("changed_at") == v.now());
  CHECK(v.as(v.m_benali).get(path).body == changed.body);
  CHECK(v.as(v.m_lacaze).get(path).json.at("version") == 0);  // the other school keeps its own
  CHECK(v.count("store_audit", "act = 'people.set_hours'") == 1);
}

TEST_CASE("settings: two people changing quiet hours at once are told") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(head.put(path, R"({"evening_from":1140,"morning_until":420,"weekend":true,"version":0})").status == 200);

  const auto late = head.put(path, R"({"evening_from":1260,"morning_until":420,"weekend":true,"version":0})");
  CHECK(late.status == 412);
  CHECK(late.error == "settings.stale");
  CHECK(head.put(path, R"({"evening_from":1260,"morning_until":420,"weekend":true,"version":7})").status == 412);
  CHECK(head.get(path).json.at("evening_from") == 1140);
  CHECK(head.put(path, R"({"evening_from":1260,"morning_until":420,"weekend":true,"version":1})").status == 200);
}

TEST_CASE("settings: an evening begins between 17 h and 23 h, a morning between 5 h and 9 h") {
  Village v;
  const auto reply = v.as(v.mme_garcin, "les-tilleuls-direction")
                         .put(path, R"({"evening_from":1000,"morning_until":4294967716,"weekend":true,"version":0})");

  CHECK(reply.status == 400);
  CHECK(reply.error == "settings.hours_range");
  CHECK(reply.field("/evening_from") == "settings.hours_range");
  CHECK(reply.field("/morning_until") == "settings.hours_range");
  CHECK(v.count("people_quiet_hours") == 0);
}

TEST_CASE("settings: new quiet hours move what waits in that school, and nothing else") {
  Village v;
  const Zone paris = Zone::named("Europe/Paris");
  v.clock().set(paris.instant(date_of(2026, 9, 18), 21 * 60));  // Friday, 21:00
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const Millis monday = paris.instant(date_of(2026, 9, 21), 7 * 60);
  waits(v, v.tilleuls, monday);
  waits(v, v.tilleuls, v.now() - hours(5));  // delivered this afternoon
  waits(v, v.oliviers, monday);

  CHECK(head.put(path, R"({"evening_from":1200,"morning_until":480,"weekend":false,"version":0})").status == 200);
  v.run_jobs();

  const Millis saturday = paris.instant(date_of(2026, 9, 19), 8 * 60);
  CHECK(v.count("notices_delivery", fmt::format("deliver_at = {}", saturday)) == 1);
  CHECK(v.count("notices_delivery", fmt::format("deliver_at = {}", monday)) == 1);  // of the other school
  CHECK(v.count("notices_delivery", fmt::format("deliver_at = {}", v.now() - hours(5))) == 1);

  SECTION("never into the past: an evening that begins later delivers now") {
    CHECK(head.put(path, R"({"evening_from":1380,"morning_until":480,"weekend":true,"version":1})").status == 200);
    v.run_jobs();
    CHECK(v.count("notices_delivery", fmt::format("deliver_at = {}", v.now())) == 1);
  }
}

TEST_CASE("settings: quiet hours are the head's to choose, the staff's to know") {
  Village v;
  const std::string wish = R"({"evening_from":1140,"morning_until":420,"weekend":true,"version":0})";

  CHECK(v.as(v.m_benali).put(path, wish).status == 403);
  CHECK(v.as(v.mathieu).put(path, wish).status == 403);
  CHECK(v.as(v.mathieu).get(path).status == 403);
  CHECK(v.stranger("les-tilleuls-direction").get(path).status == 401);
  CHECK(v.count("people_quiet_hours") == 0);
}
