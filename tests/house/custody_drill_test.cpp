#include <catch2/catch.hpp>

#include "gate/codes.h"
#include "house/canary.h"
#include "house/world.h"
#include "people/custody.h"
#include "store/rows.h"

using namespace house;
using people::CustodyLevel;

// A right that is taken away is gone at the next request, on every route; the end date gives it back (T24, SC-03, DIR-09, DIR-10).

namespace {

/// One of the two families the drill is played in.
struct Family {
  const char* adult;
  const char* child;
  const char* other;  // the child's other guardian
  const char* signs;  // a note they may sign
  const char* reads;  // the note of the head
  const char* head;
  const char* context;  // of that head
  int unread;
};
const Family families[] = {
    {"m_bernard", "adam", "mme_informee", "ce2", "tilleuls", "mme_garcin", "les-tilleuls-direction", 4},
    {"karim", "noe", "julie", "gs", "oliviers", "m_lacaze", "les-oliviers-direction", 2},
};

void limit(World& w, const Family& f, CustodyLevel level, Date from_on, std::optional<Date> until_on) {
  w.write([&](Tx& tx) {
    Actor head;
    head.person = w.person(f.head);
    head.profile = Profile::head;
    head.self = {head.person};
    head.school = w.school_of(f.child);
    const auto done = people::limit_custody(tx, head, {w.person(f.adult), w.person(f.child), level, from_on, until_on, "JAF 26/0417"});
    REQUIRE(done);
  });
}

/// The directory's own end of a relation: its last day is today.
void end_relation_today(World& w, const Family& f) {
  static const store::Query end{"tests.end_guardian",
                                "UPDATE people_relation SET until_on = $1 WHERE person = $2 AND child = $3 AND kind = 'guardian_of'"};
  w.write([&](Tx& tx) {
    const PersonId adult = w.person(f.adult), child = w.person(f.child);  // a parameter is a view
    const store::Param in[] = {store::param(tx.today()), store::param(adult), store::param(child)};
    store::run(tx, end, in);
  });
}

std::string note_path(World& w, const char* note, const char* verb = "") { return "/liaison/notes/" + to_text(w.note(note)) + verb; }
std::string about(World& w, const Family& f) { return "{\"child\":\"" + to_text(w.person(f.child)) + "\"}"; }
std::string signature(World& w, const Family& f) { return "{\"child\":\"" + to_text(w.person(f.child)) + "\",\"version\":1}"; }

bool shows(const TestReply& reply, const Family& f) { return canaries_in(reply.body).contains(f.child); }
std::int64_t unread(Browser& browser) { return browser.get("/bell").json.at("unread").as_int64(); }

void check_sees(World& w, const Family& f) {
  Browser adult = w.browser(f.adult, "parent");
  CHECK(shows(adult.get("/home"), f));
  CHECK(shows(adult.get("/liaison/notes"), f));
  CHECK(shows(adult.get(note_path(w, f.signs)), f));
  CHECK(unread(adult) == f.unread);
}

/// Not a byte of the child, on any route a guardian has.
void check_gone(World& w, const Family& f) {
  Browser adult = w.browser(f.adult, "parent");
  const std::string child = to_text(w.person(f.child));
  for (const std::string& path :
       {std::string("/home"), std::string("/bell"), std::string("/liaison/notes"), "/liaison/notes?child=" + child, note_path(w, f.signs),
        note_path(w, f.reads), std::string("/liaison/notes?before=99999999999999")}) {
    const auto reply = adult.get(path);
    INFO(f.adult << " " << path << " " << reply.status << " " << reply.body);
    for (const std::string& key : canaries_in(reply.body)) CHECK(key == f.adult);
    CHECK(reply.body.find(child) == reply.body.npos);
    CHECK(reply.body.find(to_text(w.note(f.signs))) == reply.body.npos);
    CHECK((reply.status == 404 || reply.status == 403 || reply.status == 200));
    if (path.find(to_text(w.note(f.signs))) != path.npos) CHECK(reply.status != 200);
  }
  for (const char* verb : {"/open", "/sign", "/unsign"}) {
    const auto reply = adult.post(note_path(w, f.signs, verb), std::string_view(verb) == "/sign" ? signature(w, f) : about(w, f));
    INFO(f.adult << " " << verb << " " << reply.status << " " << reply.error);
    CHECK((reply.error == "liaison.no_note" || reply.error == "gate.no_context"));
  }
  CHECK(w.count("liaison_signature") == 0);
  CHECK(w.count("notices_delivery", "opened_at IS NOT NULL") == 0);
}

/// All that the other guardian is answered.
std::string answers(World& w, const Family& f) {
  Browser other = w.browser(f.other, "parent");
  std::string all;
  for (const std::string& path :
       {std::string("/home"), std::string("/bell"), std::string("/liaison/notes"), note_path(w, f.signs), note_path(w, f.reads)}) {
    all += other.get(path).body + "\n";
  }
  all += other.post(note_path(w, f.reads, "/open"), about(w, f)).body;
  const auto signed_now = other.post(note_path(w, f.signs, "/sign"), signature(w, f));
  all += fmt::format("{} {}\n", signed_now.status, signed_now.body);
  return all + other.get("/home").body + other.get(note_path(w, f.signs)).body;
}

}  // namespace

TEST_CASE("custody drill: suspended, the adult has lost the child at the next request, on every route, and gets it back after the end") {
  for (const Family& f : families) {
    INFO(f.adult);
    World w;
    check_sees(w, f);
    const Date today = date_of(2026, 9, 14);
    limit(w, f, CustodyLevel::suspended, today, today + 1);
    check_gone(w, f);
    w.run_jobs();  // what was waiting is cancelled; the rest hides by itself
    w.clock().advance(days(1));
    check_gone(w, f);  // the last day is included
    w.clock().advance(days(1));
    check_sees(w, f);
  }
}

TEST_CASE("custody drill: the relation ended by its date, nothing is left from the next day on") {
  for (const Family& f : families) {
    INFO(f.adult);
    World w;
    end_relation_today(w, f);
    check_sees(w, f);
    w.clock().advance(days(1));
    check_gone(w, f);
    CHECK(w.browser(f.adult, "parent").get("/home").status == 403);  // it was their only child
  }
}

TEST_CASE("custody drill: informed only, the adult reads and opens, and neither signs nor takes a signature back") {
  for (const Family& f : families) {
    INFO(f.adult);
    World w;
    Browser adult = w.browser(f.adult, "parent");
    REQUIRE(adult.post(note_path(w, f.signs, "/sign"), signature(w, f)).status == 200);
    const Date today = date_of(2026, 9, 14);
    limit(w, f, CustodyLevel::inform_only, today, today + 1);

    CHECK(shows(adult.get("/home"), f));
    CHECK(shows(adult.get("/liaison/notes"), f));
    const auto note = adult.get(note_path(w, f.signs));
    REQUIRE(note.status == 200);
    CHECK_FALSE(note.json.at("children").at(0).at("may_sign").as_bool());
    CHECK(adult.post(note_path(w, f.signs, "/open"), about(w, f)).status == 204);
    CHECK(adult.post(note_path(w, f.signs, "/unsign"), about(w, f)).error == "liaison.may_not_sign");
    CHECK(w.count("liaison_signature") == 1);  // the signature given before stays

    World fresh;
    limit(fresh, f, CustodyLevel::inform_only, today, today + 1);
    Browser informed = fresh.browser(f.adult, "parent");
    CHECK(informed.get("/home").json.at("cards").at("liaison_family").at("to_do").as_array().empty());
    CHECK(informed.post(note_path(fresh, f.signs, "/sign"), signature(fresh, f)).error == "liaison.may_not_sign");
    CHECK(fresh.count("liaison_signature") == 0);
    fresh.clock().advance(days(2));
    CHECK(informed.post(note_path(fresh, f.signs, "/sign"), signature(fresh, f)).status == 200);
  }
}

TEST_CASE("custody drill: the other guardian is answered the same bytes, whatever was decided") {
  for (const Family& f : families) {
    INFO(f.adult);
    const Date today = date_of(2026, 9, 14);
    World untouched;
    const std::string usual = answers(untouched, f);
    for (const CustodyLevel level : {CustodyLevel::suspended, CustodyLevel::inform_only}) {
      World decided;
      limit(decided, f, level, today, {});
      decided.run_jobs();
      CHECK(answers(decided, f) == usual);
    }
    World day_after;
    day_after.clock().advance(days(1));
    World ended;
    end_relation_today(ended, f);
    ended.clock().advance(days(1));
    CHECK(answers(ended, f) == answers(day_after, f));
  }
}

TEST_CASE("custody drill: an unused code opens nothing any more, at once and after the jobs") {
  for (const Family& f : families) {
    for (const CustodyLevel level : {CustodyLevel::suspended, CustodyLevel::inform_only}) {
      INFO(f.adult << " " << int(level));
      World w;
      std::string code;
      w.write([&](Tx& tx) {
        code = gate::make_code(tx, {w.person(f.adult), w.person(f.child), w.school_of(f.child), w.person(f.head)}).code;
        gate::make_code(tx, {w.person(f.other), w.person(f.child), w.school_of(f.child), w.person(f.head)});
      });
      limit(w, f, level, date_of(2026, 9, 14), {});
      const std::string typed = "{\"code\":\"" + code + "\"}";
      Browser finder = w.browser("mme_diallo", "-");
      if (level == CustodyLevel::suspended) CHECK(finder.post("/codes", typed).error == "gate.code_void");
      w.run_jobs();
      CHECK(finder.post("/codes", typed).error == "gate.code_unknown");
      CHECK(w.count("gate_code", "revoked_at IS NULL") == 1);  // the other guardian's
      CHECK(w.count("people_merge") == 1);
      CHECK(w.jobs().empty());
    }
  }
}

TEST_CASE("custody drill: what was still waiting for a suspended adult never arrives; for one informed only it does") {
  const Family& f = families[0];
  for (const CustodyLevel level : {CustodyLevel::suspended, CustodyLevel::inform_only}) {
    World w;
    limit(w, f, level, date_of(2026, 9, 14), date_of(2026, 9, 14));
    w.run_jobs();
    const bool suspended = level == CustodyLevel::suspended;
    INFO("suspended " << suspended);
    CHECK(w.count("notices_delivery", "cancelled_at IS NOT NULL") == (suspended ? 1 : 0));
    w.clock().advance(hours(11));
    CHECK(w.browser(f.adult, "parent").get(note_path(w, "waiting")).status == (suspended ? 404 : 200));
    w.clock().advance(days(1));  // restored: what arrived meanwhile stays another's
    CHECK(w.browser(f.adult, "parent").get(note_path(w, "waiting")).status == (suspended ? 404 : 200));
  }

  World w;
  w.clock().advance(hours(11));
  CHECK(w.browser(f.other, "parent").get(note_path(w, "waiting")).status == 200);
}

TEST_CASE("custody drill: the teacher keeps the signature given before, asks the suspended adult no more, and is never told why") {
  World w;
  const Family& f = families[1];
  REQUIRE(w.browser(f.other, "parent").post(note_path(w, f.signs, "/sign"), signature(w, f)).status == 200);
  limit(w, f, CustodyLevel::suspended, date_of(2026, 9, 14), {});

  const auto follow_up = w.browser("mme_rossi", "les-oliviers-enseignant").get(note_path(w, f.signs, "/follow-up"));
  REQUIRE(follow_up.status == 200);
  const auto& children = follow_up.json.at("children").as_array();
  const auto noe = std::find_if(children.begin(), children.end(),
                                [&](const auto& one) { return one.at("child").as_string() == to_text(w.person(f.child)); });
  REQUIRE(noe != children.end());
  CHECK(noe->at("needed") == 1);
  CHECK(noe->at("signatures") == 1);
  CHECK(noe->at("stack") == "done");
  CHECK_FALSE(canaries_in(follow_up.body).contains(f.adult));
  for (const char* word : {"suspend", "custody", "inform"}) CHECK(follow_up.body.find(word) == std::string::npos);

  World signed_first;
  REQUIRE(signed_first.browser(f.adult, "parent").post(note_path(signed_first, f.signs, "/sign"), signature(signed_first, f)).status ==
          200);
  limit(signed_first, f, CustodyLevel::suspended, date_of(2026, 9, 14), {});
  CHECK(canaries_in(signed_first.browser("mme_rossi", "les-oliviers-enseignant").get(note_path(signed_first, f.signs, "/follow-up")).body)
            .contains(f.adult));
}
