#include <catch2/catch.hpp>
#include <thread>

#include "aaf/territory.h"
#include "import/aaf/queries.gen.h"

using namespace aaf;
using namespace aaf::trial;
using Said = std::vector<std::string>;

TEST_CASE("import: every statement fits both engines") {
  Territory t;
  const auto outcome = t.database().write_in_bulk([](Tx& tx) {
    make_staging(tx);
    q::check(tx);
    drop_staging(tx);
    return true;
  });
  CHECK(outcome.cause == "");
}

TEST_CASE("import: the sample loads as its README says, and loading it again changes nothing") {
  Territory t;
  const Import asked{.folder = sample(), .apply = true, .dated = date_of(2026, 9, 1)};
  auto totals = run(t.database(), asked, t.heard);
  REQUIRE(totals);
  CHECK(totals->changed == 1);
  CHECK(t.count("people_school", "uai = '0999990W' AND state = 'active' AND slug = 'les-tilleuls' AND kind = 'elementary_school'") == 1);
  CHECK(t.ask("SELECT name FROM people_party") == Said{"Académie de Lyon"});
  CHECK(t.count("people_person") == 15);
  CHECK(t.count("people_relation", "kind = 'pupil_of_school'") == 6);
  CHECK(t.count("people_relation", "kind = 'guardian_of'") == 8);
  CHECK(t.ask("SELECT label FROM people_class ORDER BY sort_key") == Said{"CE1 A", "CM1-CM2 B"});
  CHECK(t.count("people_relation r JOIN people_class c ON c.id = r.school_class", "c.label = 'CE1 A'") == 3);
  CHECK(t.count("people_relation r JOIN people_class c ON c.id = r.school_class", "c.label = 'CM1-CM2 B'") == 3);
  CHECK(t.count("people_class", "school_year = 2026") == 2);
  CHECK(t.relations("800001") == Said{"pupil_of_class CE1 A ce1", "pupil_of_group CHORALE", "pupil_of_school 0999990W"});
  CHECK(t.relations("600001") == Said{"guardian_of 800001 10", "guardian_of 800002 10"});
  CHECK(t.relations("600006") == Said{"guardian_of 800005 50"});
  CHECK(t.relations("500001") == Said{"head_of_school 0999990W", "teacher_of_school 0999990W"});
  CHECK(t.relations("500002") == Said{"teacher_of_school 0999990W"});
  CHECK(t.count("people_relation", "source <> 'feed' OR CAST(from_on AS TEXT) <> '2026-09-01' OR until_on IS NOT NULL") == 0);
  CHECK(t.heard.said("aaf.no_guardian", "800006"));

  const std::string before = t.snapshot();
  t.clock.advance(minutes(7));
  totals = run(t.database(), asked, t.heard);
  REQUIRE(totals);
  CHECK(totals->rows == 0);
  CHECK(t.snapshot() == before);
  CHECK(t.heard.schools.back().nothing());
}

TEST_CASE("import: a plan writes nothing") {
  Territory t;
  Export e;
  e.ground().crowd(3);
  const std::string before = t.snapshot();
  REQUIRE(t.plan(e));
  CHECK(t.snapshot() == before);
  REQUIRE(t.heard.schools.size() == 1);
  CHECK(t.heard.schools[0].counts.pupils == 3);
  CHECK(t.heard.schools[0].counts.staff == 1);
}

TEST_CASE("import: a fortnight later a pupil has moved, a class has another name, one left, one came, and a guardian is new") {
  Territory t;
  Export first;
  first.ground().crowd(30);
  first.pupil("800001", "LINA", "DELMAS", {.guardians = {"600001$10"}});
  first.pupil("800002", "TOM", "MARTIN", {.guardians = {"600001$39"}});
  REQUIRE(t.load(first));

  t.clock.advance(days(7));
  Export second("20260921");
  second.ground().crowd(30, 810001, {.class_ = "700101$CE1 Bleuets"});
  second.pupil("800001", "LINA", "DELMAS", {.class_ = "700102$CE2", .guardians = {"600001$10", "600002$20"}});
  second.pupil("800003", "NOE", "PETIT", {.class_ = "700101$CE1 Bleuets", .groups = {"700201$CHORALE"}});
  second.guardian("600002", "MATHIEU", "DELMAS");
  auto totals = t.load(second);
  REQUIRE(totals);
  CHECK(totals->held == 0);
  const Difference& told = t.heard.schools[0];
  REQUIRE(told.moves.size() == 1);
  CHECK(told.moves[0].key == "800001");
  CHECK(told.moves[0].to == "CE2");
  CHECK(told.departures.size() == 1);
  CHECK(told.arrivals.size() == 1);
  CHECK(told.counts.links_new == 1);
  CHECK(told.counts.links_ended == 1);

  CHECK(t.relations("800001", true) ==
        Said{"pupil_of_class CE1 Bleuets ce1 from 2026-09-14 until 2026-09-20", "pupil_of_class CE2 ce1", "pupil_of_school 0999990W"});
  CHECK(t.relations("810001") == Said{"pupil_of_class CE1 Bleuets ce1", "pupil_of_school 0999990W"});
  CHECK(t.relations("800002").empty());
  CHECK(t.relations("800003") == Said{"pupil_of_class CE1 Bleuets ce1", "pupil_of_group CHORALE", "pupil_of_school 0999990W"});
  CHECK(t.relations("600001", true) == Said{"guardian_of 800001 10", "guardian_of 800002 39 from 2026-09-14 until 2026-09-20"});
  CHECK(t.relations("600002") == Said{"guardian_of 800001 20"});
  CHECK(t.ask("SELECT CAST(from_on AS TEXT) FROM people_relation WHERE kind = 'pupil_of_group'") == Said{"2026-09-21"});

  SECTION("and who left comes back, with the same guardian") {
    t.clock.advance(days(7));
    Export third("20260928");
    third.ground().crowd(30, 810001, {.class_ = "700101$CE1 Bleuets"});
    third.pupil("800001", "LINA", "DELMAS", {.class_ = "700102$CE2", .guardians = {"600001$10", "600002$20"}});
    third.pupil("800002", "TOM", "MARTIN", {.class_ = "700101$CE1 Bleuets", .guardians = {"600001$39"}});
    third.pupil("800003", "NOE", "PETIT", {.class_ = "700101$CE1 Bleuets"});
    third.guardian("600002", "MATHIEU", "DELMAS");
    REQUIRE(t.load(third));
    CHECK(t.relations("800002", true) == Said{"pupil_of_class CE1 Bleuets ce1",
                                              "pupil_of_class CE1 Bleuets ce1 from 2026-09-14 until 2026-09-20", "pupil_of_school 0999990W",
                                              "pupil_of_school 0999990W from 2026-09-14 until 2026-09-20"});
    CHECK(t.relations("600001", true) == Said{"guardian_of 800001 10", "guardian_of 800002 39"});
    CHECK(t.relations("800003") == Said{"pupil_of_class CE1 Bleuets ce1", "pupil_of_school 0999990W"});
  }
}

TEST_CASE("import: a guardian taken out by mistake comes back under the same restriction") {
  Territory t;
  Export with;
  with.ground().crowd(10).pupil("800001", "LINA", "DELMAS", {.guardians = {"600001$10"}});
  REQUIRE(t.load(with));
  const std::string relation = t.one("SELECT CAST(id AS TEXT) FROM people_relation WHERE kind = 'guardian_of'");

  Export without("20260915");
  without.ground().crowd(10).pupil("800001", "LINA", "DELMAS");
  REQUIRE(t.load(without));
  CHECK(t.relations("600001").empty());

  Export again("20260916");
  again.ground().crowd(10).pupil("800001", "LINA", "DELMAS", {.guardians = {"600001$20"}});
  REQUIRE(t.load(again));
  CHECK(t.relations("600001", true) == Said{"guardian_of 800001 20"});
  CHECK(t.one("SELECT CAST(id AS TEXT) FROM people_relation WHERE kind = 'guardian_of'") == relation);
}

TEST_CASE("import: homonyms stay two persons after ten imports") {
  Territory t;
  Export e;
  e.ground().crowd(4);
  e.pupil("800001", "JADE", "MARTIN", {.ine = "999000001AA"}).pupil("800002", "JADE", "MARTIN", {.ine = "999000002AA"});
  for (int i = 0; i < 10; ++i) REQUIRE(t.load(e));
  CHECK(t.count("people_person", "fold = 'jademartin'") == 2);
}

TEST_CASE("import: a new key with a national number we know is proposed, never merged") {
  Territory t;
  Export e;
  e.ground().crowd(20).pupil("800001", "JADE", "MARTIN", {.ine = "999000001AA"});
  REQUIRE(t.load(e));
  Export later("20260915");
  later.ground().crowd(20).pupil("800009", "JADE", "MARTIN", {.ine = "999000001AA"});
  REQUIRE(t.load(later));
  CHECK(t.heard.said("aaf.ine_known", "800009"));
  CHECK(t.count("people_person", "ine = '999000001AA'") == 2);
  CHECK(t.count("people_merge") == 0);
}

TEST_CASE("import: two academies may use the same keys") {
  Territory t;
  Export lyon;
  lyon.ground().crowd(2);
  Export aix("20260914", "02");
  aix.school("900001", "0999991X", "LES OLIVIERS").guardian("600001", "JEAN", "SUD").staff("500001", "ANNE", "SUD", {"900001$ENS$E$G$E"});
  aix.crowd(2);
  REQUIRE(t.load(lyon));
  REQUIRE(t.load(aix));
  CHECK(t.count("people_person", "feed_key = '810001'") == 2);
  CHECK(t.ask("SELECT name FROM people_party ORDER BY name") == Said{"Académie de Lyon", "Académie d’Aix-Marseille"});
  CHECK(t.count("people_relation", "until_on IS NOT NULL") == 0);
  const std::string before = t.snapshot();
  REQUIRE(t.load(lyon));
  REQUIRE(t.load(aix));
  CHECK(t.snapshot() == before);
}

TEST_CASE("import: school numbers are checked, and a lost zero is put back with a warning") {
  Territory t;
  Export e;
  e.school("900001", "61594A", "LES TILLEULS").school("900002", "0061595A", "LES OLIVIERS").school("900003", "061594A", "LES PINS");
  e.guardian("600001", "SARAH", "DELMAS").staff("500001", "ANNE", "SUD", {"900003$ENS$E$G$E"}, "", "900003");
  e.pupil("800001", "LINA", "DELMAS", {.school = "900003"});
  REQUIRE(t.load(e));
  CHECK(t.ask("SELECT uai FROM people_school") == Said{"0061594A"});
  CHECK(t.heard.said("aaf.uai_malformed", "900001"));
  CHECK(t.heard.said("aaf.uai_letter", "900002"));
  CHECK(t.heard.said("aaf.uai_repaired", "900003"));
}

TEST_CASE("import: a label that says a need is stored neutral, and no type of class anywhere") {
  Territory t;
  Export e;
  e.ground().crowd(2).pupil("800001", "LINA", "DELMAS", {.class_ = "700107$ULIS TFC", .grade = "1411$INTEGRATION"});
  REQUIRE(t.load(e));
  CHECK(t.heard.said("aaf.label_neutralised"));
  CHECK(t.ask("SELECT label FROM people_class WHERE feed_key = '700107'") == Said{"Classe 107"});
  CHECK(t.relations("800001") == Said{"pupil_of_class Classe 107 neutral", "pupil_of_school 0999990W"});
}

TEST_CASE("import: who is named by no pupil is not loaded; who is named and missing is told") {
  Territory t;
  Export e;
  e.ground().guardian("600009", "PERSONNE", "NE LE NOMME");
  e.pupil("800001", "LINA", "DELMAS", {.guardians = {"600001$10", "600777$20"}});
  REQUIRE(t.load(e));
  CHECK(t.count("people_person", "feed_key = '600009'") == 0);
  CHECK(t.heard.said("aaf.guardian_missing", "800001"));
  CHECK(t.relations("600001") == Said{"guardian_of 800001 10"});
}

TEST_CASE("import: separated parents, a child minder, and brothers in two schools") {
  Territory t;
  Export e;
  e.ground().school("900002", "0999991X", "LES OLIVIERS");
  e.guardian("600002", "MATHIEU", "ROY").guardian("600003", "LUCIE", "NOUNOU");
  e.pupil("800001", "LINA", "DELMAS", {.guardians = {"600001$10", "600002$20", "600003$43"}});
  e.pupil("800002", "TOM", "DELMAS", {.school = "900002", .class_ = "700901$CP", .guardians = {"600001$10"}});
  REQUIRE(t.load(e));
  CHECK(t.relations("600001") == Said{"guardian_of 800001 10", "guardian_of 800002 10"});
  CHECK(t.relations("600002") == Said{"guardian_of 800001 20"});
  CHECK(t.relations("600003") == Said{"guardian_of 800001 43"});
  CHECK(t.heard.said("aaf.relation_doubtful", "800001"));
}

TEST_CASE("import: functions add up: a teacher of two schools, a head who teaches, a helper who is staff") {
  Territory t;
  Export e;
  e.ground().school("900002", "0999991X", "LES OLIVIERS").crowd(2);
  e.staff("500002", "AWA", "SOW", {"900001$ENS$E$G$E", "900002$ENS$E$G$E"}).staff("500003", "PAUL", "AIDE", {"900001$AES$A$A$A"});
  REQUIRE(t.load(e));
  CHECK(t.relations("500001") == Said{"head_of_school 0999990W", "teacher_of_school 0999990W"});
  CHECK(t.relations("500002") == Said{"teacher_of_school 0999990W", "teacher_of_school 0999991X"});
  CHECK(t.relations("500003") == Said{"staff_of_school 0999990W"});
}

TEST_CASE("import: the name of an address is the school's, then its town's, then a number, and stays") {
  Territory t;
  Export e;
  e.ground().school("900002", "0999991X").school("900003", "0999992Y").crowd(1);
  REQUIRE(t.load(e));
  CHECK(t.ask("SELECT slug FROM people_school ORDER BY uai") == Said{"les-tilleuls", "les-tilleuls-valbourg", "les-tilleuls-valbourg-2"});
  Export renamed("20260915");
  renamed.school("900001", "0999990W", "ROSA PARKS").school("900002", "0999991X").school("900003", "0999992Y").crowd(1);
  renamed.guardian("600001", "SARAH", "DELMAS").staff("500001", "HELENE", "GARCIN", {"900001$ENS$E$G$E"}, "900001");
  REQUIRE(t.load(renamed));
  CHECK(t.one("SELECT slug || ' ' || name FROM people_school WHERE uai = '0999990W'") == "les-tilleuls Rosa Parks");
}

TEST_CASE("import: what was added by hand stays, and is not doubled by the feed") {
  Territory t;
  Export e;
  e.ground().crowd(20).pupil("800001", "LINA", "DELMAS");
  REQUIRE(t.load(e));
  t.change(
      "INSERT INTO people_relation (id, person, kind, school, school_class, from_on, source, author, reason, made_at) "
      "SELECT c.id, p.id, 'teacher_of_class', c.school, c.id, '2026-09-14', 'local', p.id, 'classe', 1 "
      "FROM people_class c CROSS JOIN people_person p WHERE p.feed_key = '500001'");
  t.change(
      "INSERT INTO people_relation (id, person, kind, child, code, from_on, source, author, made_at) "
      "SELECT k.id, p.id, 'guardian_of', k.id, '10', '2026-09-14', 'local', p.id, 1 "
      "FROM people_person k CROSS JOIN people_person p WHERE k.feed_key = '800001' AND p.feed_key = '500001'");
  REQUIRE(t.load(e));

  Export later("20260915");
  later.ground().crowd(20).pupil("800001", "LINA", "DELMAS", {.guardians = {"500001$10"}});
  REQUIRE(t.load(later));
  CHECK(t.relations("500001") ==
        Said{"guardian_of 800001 10", "head_of_school 0999990W", "teacher_of_class CE1 A", "teacher_of_school 0999990W"});

  SECTION("even when the person leaves, and then it is told") {
    Export gone("20260916");
    gone.school("900001", "0999990W").guardian("600001", "SARAH", "DELMAS").staff("500002", "AWA", "SOW", {"900001$ENS$E$G$E"});
    gone.crowd(20).pupil("800001", "LINA", "DELMAS");
    REQUIRE(t.load(gone));
    CHECK(t.relations("500001") == Said{"guardian_of 800001 10", "teacher_of_class CE1 A"});
    CHECK(t.heard.schools[0].counts.local_kept == 1);
  }
}

TEST_CASE("import: a school that would lose more than one person in ten waits for a named person") {
  Territory t;
  Export full;
  full.ground().crowd(20).school("900002", "0999991X", "LES OLIVIERS").crowd(5, 820001, {.school = "900002", .class_ = "700901$CP"});
  REQUIRE(t.load(full));
  const std::string before = t.snapshot();

  Export short_one("20260915");
  short_one.ground().crowd(16).school("900002", "0999991X", "LES OLIVIERS").crowd(6, 820001, {.school = "900002", .class_ = "700901$CP"});
  Import only{.school = "0999990W"};
  auto totals = t.load(short_one, only);
  REQUIRE(totals);
  CHECK(totals->held == 1);
  CHECK(totals->rows == 0);
  CHECK(t.snapshot() == before);
  CHECK(t.heard.schools[0].school.aside == Aside::many_leave);
  CHECK(t.heard.schools[0].people.leaving == 4);
  CHECK(t.heard.schools[0].people.present == 21);

  totals = t.load(short_one);  // the other school does not wait for it
  REQUIRE(totals);
  CHECK(totals->held == 1);
  CHECK(t.count("people_relation", "kind = 'pupil_of_school' AND until_on IS NULL") == 26);

  CHECK(code_of(t.load(short_one, {.confirmed = {"0999990W"}})) == "aaf.confirm_without_name");
  CHECK(code_of(t.load(short_one, {.confirmed = {"0999999Z"}, .by = "Anne Roy"})) == "aaf.confirm_absent");
  totals = t.load(short_one, {.confirmed = {"0999990W"}, .by = "Anne Roy"});
  REQUIRE(totals);
  CHECK(totals->held == 0);
  CHECK(t.count("people_relation", "kind = 'pupil_of_school' AND until_on IS NULL") == 22);
  CHECK(t.ask("SELECT by_name FROM store_audit WHERE act = 'aaf.confirm'") == Said{"Anne Roy"});
  CHECK(t.load(short_one)->held == 0);  // and it is settled
}

TEST_CASE("import: a class of this year that vanishes holds its school; those of last year do not") {
  Territory t;
  Export june("20260615");
  june.ground().crowd(40).pupil("800001", "LINA", "DELMAS", {.class_ = "700108$CP"});
  REQUIRE(t.load(june, {.dated = date_of(2026, 6, 15)}));

  Export september("20260914");
  september.ground().crowd(40, 810001, {.class_ = "700201$CE2"}).pupil("800001", "LINA", "DELMAS", {.class_ = "700208$CE1"});
  auto totals = t.load(september);
  REQUIRE(totals);
  CHECK(totals->held == 0);
  CHECK(t.heard.schools[0].moves.size() == 41);

  Export october("20260915");
  october.ground().crowd(40, 810001, {.class_ = "700201$CE2"}).pupil("800001", "LINA", "DELMAS", {.class_ = "700201$CE2"});
  totals = t.load(october);
  REQUIRE(totals);
  CHECK(totals->held == 1);
  CHECK(t.heard.schools[0].school.aside == Aside::class_vanishes);
  REQUIRE(t.heard.schools[0].vanishing.size() == 1);
  CHECK(t.heard.schools[0].vanishing[0].label == "CE1");
  REQUIRE(t.load(october, {.confirmed = {"0999990W"}, .by = "Anne Roy"}));
  CHECK(t.load(october)->held == 0);
}

TEST_CASE("import: a refused record is not a departure") {
  Territory t;
  Export e;
  e.ground().crowd(30).pupil("800001", "LINA", "DELMAS", {.guardians = {"600001$10"}});
  REQUIRE(t.load(e));
  const auto before = t.relations("800001");

  Export bad("20260915");
  bad.ground().crowd(30).raw(Kind::pupil, object(Kind::pupil, "800001", {{"ENTPersonNom", {""}}, {"ENTPersonStructRattach", {"900001"}}}));
  REQUIRE(t.load(bad));
  CHECK(t.heard.said("aaf.name_missing", "800001"));
  CHECK(t.relations("800001") == before);
  CHECK(t.relations("600001") == Said{"guardian_of 800001 10"});

  Export unreadable("20260916");  // whose key cannot be read: it may be anybody's
  unreadable.ground().crowd(30).raw(Kind::pupil, object(Kind::pupil, "8 0 0", {{"ENTPersonNom", {"X"}}, {"ENTPersonPrenom", {"Y"}}}));
  REQUIRE(t.load(unreadable));
  CHECK(t.relations("800001") == before);
}

TEST_CASE("import: a key given twice in one export is one person, the first") {
  Territory t;
  Export e;
  e.ground().crowd(3).pupil("800001", "LINA", "DELMAS").pupil("800001", "TOM", "MARTIN", {.class_ = "700999$CM2"});
  REQUIRE(t.load(e));
  CHECK(t.heard.said("aaf.key_repeated", "800001"));
  CHECK(t.one("SELECT first_name FROM people_person WHERE feed_key = '800001'") == "Lina");
  CHECK(t.relations("800001") == Said{"pupil_of_class CE1 A ce1", "pupil_of_school 0999990W"});
}

TEST_CASE("import: an older export is refused to a school, and a pupil whose last day is past is gone") {
  Territory t;
  Export today;
  today.ground().crowd(30).pupil("800001", "LINA", "DELMAS");
  REQUIRE(t.load(today));
  Export older("20260910");
  older.ground().crowd(30);
  auto totals = t.load(older);
  REQUIRE(totals);
  CHECK(totals->aside == 1);
  CHECK(totals->rows == 0);
  Export later("20260915");
  later.ground().crowd(30).pupil("800001", "LINA", "DELMAS", {.left_on = "12/09/2026"});
  REQUIRE(t.load(later));
  CHECK(t.relations("800001").empty());
}

TEST_CASE("import: the same day corrected takes nothing back before it began") {
  Territory t;
  Export morning;
  morning.ground().crowd(30).pupil("800001", "LINA", "DELMAS");
  REQUIRE(t.load(morning));
  Export afternoon;
  afternoon.ground().crowd(30);
  REQUIRE(t.load(afternoon));
  CHECK(t.relations("800001", true) ==
        Said{"pupil_of_class CE1 A ce1 from 2026-09-14 until 2026-09-14", "pupil_of_school 0999990W from 2026-09-14 until 2026-09-14"});
  REQUIRE(t.load(morning));
  CHECK(t.relations("800001", true) == Said{"pupil_of_class CE1 A ce1", "pupil_of_school 0999990W"});
}

TEST_CASE("import: the day of the export is asked when it is far, and the academy when nobody says it") {
  Territory t;
  Export old("20260801");
  old.ground().crowd(1);
  CHECK(code_of(t.load(old)) == "aaf.date_far");
  REQUIRE(t.load(old, {.dated = date_of(2026, 8, 1)}));
  CHECK(t.count("people_class", "school_year = 2026") == 1);

  Export silent("20260914", "");
  silent.ground().crowd(1);
  CHECK(code_of(t.load(silent)) == "aaf.academy_missing");
  CHECK(code_of(t.load(silent, {.academy = "Lyon"})) == "aaf.academy_unknown");
  REQUIRE(t.load(silent, {.academy = "10"}));
  CHECK(code_of(t.load(silent, {.school = "0999999Z", .academy = "10"})) == "aaf.school_absent");
}

TEST_CASE("import: a bad delivery leaves no row") {
  Territory t;
  const std::string before = t.snapshot();
  Export entities;
  entities.ground().crowd(5).raw(Kind::staff, "</ficAlimMENESR>");
  CHECK(code_of(t.load(entities)) == "aaf.not_xml");
  Export empty;
  empty.school("900001", "0999990W").guardian("600001", "SARAH", "DELMAS").crowd(2);
  CHECK(code_of(t.load(empty)) == "aaf.kind_empty");
  CHECK(t.snapshot() == before);
}

TEST_CASE("import: another import on the same territory is told to wait") {
  if (!on_postgres()) return;  // on SQLite the file itself is locked
  Territory t;
  Export e;
  e.ground().crowd(1);
  std::string second;
  t.heard.after_school = [&] {
    std::thread([&] {  // another connection
      Heard heard;
      second = code_of(run(t.database(), {.folder = e.folder()}, heard));
    })
        .join();
  };
  REQUIRE(t.load(e));
  CHECK(second == "aaf.import_running");
  t.heard.after_school = nullptr;
  CHECK(t.load(e));
}
