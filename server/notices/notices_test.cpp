#include <catch2/catch.hpp>

#include "notices/notices.h"
#include "notices/queries.gen.h"
#include "people/custody.h"
#include "people/hours.h"
#include "village/village.h"

namespace {

notices::Thing about(Village& v, unsigned char number, std::int64_t edition = 1) {
  notices::Thing thing{"tests.thing", {}, edition, v.academy, v.tilleuls};
  thing.id.bytes[15] = number;
  return thing;
}

void deliver(Village& v, const notices::Thing& thing, Millis at, std::vector<notices::Recipient> to) {
  v.write([&](Tx& tx) { notices::deliver(tx, thing, at, to); });
}

std::int64_t unread(Village& v, PersonId person) { return v.as(person, "parent").get("/bell").json.at("unread").as_int64(); }

Actor head_of(Village& v) {
  Actor head;
  head.person = v.mme_garcin;
  head.profile = Profile::head;
  head.school = v.tilleuls;
  return head;
}

void limit(Village& v, PersonId adult, people::CustodyLevel level) {
  v.write([&](Tx& tx) { REQUIRE(people::limit_custody(tx, head_of(v), {adult, v.tom, level, tx.today(), {}, "JAF 26/123"})); });
}

}  // namespace

TEST_CASE("notices: the bell counts things that arrived and are not opened, a thing about two children once") {
  Village v;
  deliver(v, about(v, 1), v.now(), {{v.tom, v.mathieu}, {v.lina, v.mathieu}, {v.tom, v.sarah}});
  deliver(v, about(v, 2), v.now() + hours(1), {{v.tom, v.mathieu}});
  CHECK(unread(v, v.mathieu) == 1);
  CHECK(unread(v, v.sarah) == 1);
  CHECK(unread(v, v.karim) == 0);
  v.clock().advance(hours(1));
  CHECK(unread(v, v.mathieu) == 2);
  CHECK(v.as(v.mathieu).get("/bell").statements == 2);
  CHECK(v.as(v.m_benali).get("/bell").json.at("unread").as_int64() == 0);
  CHECK(v.stranger("parent").get("/bell").status == 401);
}

TEST_CASE("notices: a new edition waits for its hour, and then stands alone") {
  Village v;
  deliver(v, about(v, 1), v.now(), {{v.tom, v.mathieu}});
  v.clock().advance(minutes(1));
  v.write([&](Tx& tx) { CHECK(notices::replace(tx, about(v, 1, 2), tx.now() + hours(1)).size() == 1); });
  CHECK(v.count("notices_delivery", "edition = 1 AND until_at > deliver_at") == 1);
  CHECK(unread(v, v.mathieu) == 1);
  v.clock().advance(hours(1));
  CHECK(unread(v, v.mathieu) == 1);
  v.write([&](Tx& tx) { notices::take_back(tx, about(v, 1).id); });
  CHECK(unread(v, v.mathieu) == 0);
}

TEST_CASE("notices: what had not arrived is cancelled for an adult who is suspended, and only that") {
  Village v;
  deliver(v, about(v, 1), v.now(), {{v.tom, v.mathieu}});
  deliver(v, about(v, 2), v.now() + hours(1), {{v.tom, v.mathieu}, {v.lina, v.mathieu}, {v.tom, v.sarah}});

  SECTION("informed only keeps receiving") {
    limit(v, v.mathieu, people::CustodyLevel::inform_only);
    v.run_jobs();
    CHECK(v.count("notices_delivery", "cancelled_at IS NOT NULL") == 0);
  }
  SECTION("suspended") {
    limit(v, v.mathieu, people::CustodyLevel::suspended);
    CHECK(unread(v, v.mathieu) == 0);  // before any job ran
    v.run_jobs();
    CHECK(v.count("notices_delivery", "cancelled_at IS NOT NULL") == 1);
    v.clock().advance(hours(1));
    CHECK(unread(v, v.mathieu) == 1);  // Lina's
    CHECK(unread(v, v.sarah) == 1);
  }
}

TEST_CASE("notices: what waits in a school waits for its new hours") {
  Village v;
  v.clock().set(v.now() + hours(12) + minutes(30));  // Monday, 21:00
  deliver(v, about(v, 1), v.now() + hours(10), {{v.tom, v.mathieu}});
  v.write([&](Tx& tx) { REQUIRE(people::set_hours(tx, head_of(v), v.tilleuls, {.evening_from = 20 * 60, .morning_until = 8 * 60}, 0)); });
  v.run_jobs();
  v.clock().advance(hours(10));
  CHECK(unread(v, v.mathieu) == 0);
  v.clock().advance(hours(1));
  CHECK(unread(v, v.mathieu) == 1);
}

TEST_CASE("notices: done is done once, and undone the way it was done") {
  Village v;
  deliver(v, about(v, 1), v.now(), {{v.gabin, {}}});
  v.write([&](Tx& tx) {
    notices::done(tx, about(v, 1), {v.gabin, {}}, notices::Way::paper);
    notices::done(tx, about(v, 1), {v.tom, v.mathieu}, notices::Way::paper);  // came to the school after the sending
    CHECK_FALSE(notices::undone(tx, {about(v, 1).id, 1, {v.gabin, {}}}, notices::Way::screen));
  });
  CHECK(v.count("notices_delivery", "way = 'paper'") == 2);
  v.write([&](Tx& tx) { CHECK(notices::undone(tx, {about(v, 1).id, 1, {v.gabin, {}}}, notices::Way::paper)); });
  CHECK(v.count("notices_delivery", "way = 'paper'") == 1);
}

TEST_CASE("notices: a reminder rings again for who has not done it, from its hour on, until it is looked at") {
  Village v;
  deliver(v, about(v, 1), v.now(), {{v.tom, v.mathieu}, {v.tom, v.sarah}});
  const auto look = [&](PersonId person) {
    v.write([&](Tx& tx) {
      Actor guardian;
      guardian.profile = Profile::guardian;
      guardian.self = {person};
      guardian.children_of_guardian = {{v.tom, false}};
      CHECK(notices::open(tx, guardian, about(v, 1).id, v.tom));
    });
  };
  look(v.mathieu);
  look(v.sarah);
  v.clock().advance(minutes(1));
  const notices::Recipient both[] = {{v.tom, v.mathieu}, {v.tom, v.sarah}};
  v.write([&](Tx& tx) { notices::remind(tx, about(v, 1), tx.now() + hours(1), both); });
  CHECK(unread(v, v.mathieu) == 0);
  v.clock().advance(hours(1));
  v.write([&](Tx& tx) { notices::done(tx, about(v, 1), {v.tom, v.sarah}, notices::Way::screen); });
  CHECK(unread(v, v.mathieu) == 1);
  CHECK(unread(v, v.sarah) == 0);
  v.clock().advance(minutes(1));
  look(v.mathieu);
  CHECK(unread(v, v.mathieu) == 0);
}

TEST_CASE("notices: what reaches a desk is for whoever holds it that day, and one opens it for all") {
  Village v;
  v.write([&](Tx& tx) { notices::deliver_to_desk(tx, about(v, 1), tx.now(), {v.cp, {}}, v.zoe); });
  const auto rings = [&](PersonId person, const std::string& context) {
    return v.as(person, context).get("/bell").json.at("unread").as_int64() == 1;
  };
  CHECK(rings(v.mme_petit, "les-tilleuls-enseignant"));
  CHECK(rings(v.mme_sow, "les-tilleuls-enseignant"));
  CHECK_FALSE(rings(v.mme_petit, "parent"));  // Zoé's mother, but nothing was sent to her
  CHECK_FALSE(rings(v.m_benali, "les-tilleuls-enseignant"));
  CHECK_FALSE(rings(v.mme_garcin, "les-tilleuls-direction"));
  v.write([&](Tx& tx) {
    Actor teacher;
    teacher.profile = Profile::teacher;
    teacher.own_classes = {v.cp};
    CHECK(notices::open_at_desk(tx, teacher, about(v, 1).id));
  });
  CHECK_FALSE(rings(v.mme_petit, "les-tilleuls-enseignant"));
  CHECK_FALSE(rings(v.mme_sow, "les-tilleuls-enseignant"));
}

TEST_CASE("notices: every statement is known to this engine") {
  Village v;
  v.read([](Tx& tx) { notices::q::check(tx); });
}
