#include "features/homework/pages_test.h"
#include "store/rows.h"

using namespace homework::tests;

TEST_CASE("homework: a pupil and a family see their class and groups, merged by day and labelled, and nothing else") {
  Village v;
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .task = "De la classe."});
  gives(v.as(v.mme_petit, teacher_of_tilleuls), {.targets = of_class(v.cp), .task = "Du CP."});
  gives(v.as(v.mme_petit, teacher_of_tilleuls), {.targets = of_group(v.chorale), .task = "Du chœur."});
  gives(v.as(v.mme_rossi), {.targets = of_class(v.gs), .subject = "language", .kind = "to_bring", .task = "De la GS."});

  const auto tom = items(v.as(v.tom));
  CHECK(tasks(tom) == Tasks{"De la classe.", "Du chœur."});
  CHECK(text_at(tom, "/items/0/label") == "CE2");
  CHECK(text_at(tom, "/items/1/label") == "Chorale");
  CHECK(tasks(items(v.as(v.zoe))) == Tasks{"Du CP.", "Du chœur."});
  CHECK(tasks(items(v.as(v.adam))) == Tasks{"De la classe."});
  CHECK(tasks(items(v.as(v.mme_petit, "parent"))) == Tasks{"Du CP.", "Du chœur."});

  // one mother, two children in two schools: each item names its child
  const auto sarah = items(v.as(v.sarah));
  CHECK(tasks(sarah).size() == 3);
  CHECK(tasks(items(v.as(v.sarah), "?child=" + to_text(v.lina))) == Tasks{"De la GS."});
  CHECK(tasks(items(v.as(v.sarah), "?child=" + to_text(v.zoe))).empty());
  CHECK(tasks(items(v.as(v.tom), "?child=" + to_text(v.zoe))).empty());
  CHECK(tasks(items(v.as(v.sarah), "?subject=language")) == Tasks{"De la GS."});
}

TEST_CASE("homework: leaving a group takes its items away, and only those") {
  Village v;
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .task = "De la classe."});
  v.write([&](Tx& tx) {
    static const store::Query leave{"tests.leave",
                                    "UPDATE people_relation SET until_on = $1 WHERE person = $2 AND kind = 'pupil_of_group'"};
    const store::Param in[] = {store::param(tx.today()), store::param(v.tom)};
    store::run(tx, leave, in);
  });
  at(v, 9, 15, 9);
  gives(v.as(v.mme_petit, teacher_of_tilleuls), {.targets = of_group(v.chorale), .given_on = "2026-09-15", .task = "Du chœur."});
  CHECK(tasks(items(v.as(v.tom))) == Tasks{"De la classe."});
  CHECK(tasks(items(v.as(v.zoe))) == Tasks{"Du chœur."});
}

TEST_CASE("homework: a shorter version for some replaces the other for them, and nobody else can tell that it exists") {
  Village v;
  const Page page{.targets = of_class(v.ce2),
                  .task = "Mots 1 à 12.",
                  .minutes = 15,
                  .more = fmt::format(R"(,"short_version":{{"children":["{}"],"task":"Mots 1 à 4.","minutes":5}})", to_text(v.adam))};
  const auto reply = given(v.as(v.m_benali), page);
  const std::string whole = text_at(reply, "/entry");
  const std::string few = text_at(reply, "/short_version");

  CHECK(tasks(items(v.as(v.adam))) == Tasks{"Mots 1 à 4."});
  CHECK(tasks(items(v.as(v.m_bernard))) == Tasks{"Mots 1 à 4."});
  CHECK(tasks(items(v.as(v.tom))) == Tasks{"Mots 1 à 12."});
  // nothing that a pupil without it gets has a place for it, nor a trace of its pupils and its number
  for (PersonId other : {v.tom, v.gabin}) {
    const auto seen = items(v.as(other));
    CHECK(seen.body.find(few) == seen.body.npos);
    CHECK(seen.body.find(to_text(v.adam)) == seen.body.npos);
    CHECK(seen.body.find("short") == seen.body.npos);
    CHECK(size_at(seen, "/items") == 1);
  }
  CHECK(items(v.as(v.adam)).body.find(whole) == std::string::npos);
  CHECK(text_at(items(v.as(v.adam)), "/items/0/label") == "CE2");
  CHECK(v.as(v.tom).post(path(few, "tick"), R"({"done":true})").status == 404);
  CHECK(v.as(v.adam).post(path(whole, "tick"), R"({"done":true})").status == 404);
  CHECK(v.as(v.adam).post(path(few, "tick"), R"({"done":true})").status == 200);

  // the teacher sees both, each with the children it reaches; the day weighs what its busiest pupil does
  const auto book = v.as(v.m_benali).get("/homework/book");
  CHECK(asking(book, "entries", "Mots 1 à 12.").at("children").as_int64() == 2);
  const auto shorter = asking(book, "entries", "Mots 1 à 4.");
  CHECK(shorter.at("children").as_int64() == 1);
  CHECK(shorter.at("ticked").as_int64() == 1);
  CHECK(shorter.at("targets").at(0).at("label").as_string() == "Adam Bernard");
  CHECK(number_at(book, "/days/3/minutes") == 15);

  // taken back, the pupil has the whole class's again
  CHECK(v.as(v.m_benali).post(path(few, "withdraw"), R"({"version":1})").status == 204);
  CHECK(tasks(items(v.as(v.adam))) == Tasks{"Mots 1 à 12."});
}

TEST_CASE("homework: work for one pupil shows to that pupil and their family alone") {
  Village v;
  gives(v.as(v.m_benali), {.targets = of_child(v.adam), .task = "Relis ton texte."});
  CHECK(tasks(items(v.as(v.adam))) == Tasks{"Relis ton texte."});
  CHECK(tasks(items(v.as(v.mme_informee))) == Tasks{"Relis ton texte."});  // informed only reads
  CHECK(tasks(items(v.as(v.tom))).empty());
  CHECK(tasks(items(v.as(v.sarah))).empty());
  CHECK(v.as(v.m_suspendu, "parent").get("/homework/items").body.find("Relis") == std::string::npos);
}

TEST_CASE("homework: who leaves keeps reading what was given while they belonged, for three months; who stays sees no change") {
  Village v;
  const PersonId eva = v.add_pupil({"Eva", "Lenoir", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 1), date_of(2026, 9, 14)});
  const PersonId mother = v.add_guardian(eva, "Ana", "Lenoir");
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .task = "Avant son départ."});
  at(v, 9, 15, 9);
  const auto later = gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .given_on = "2026-09-15", .task = "Après son départ."});

  CHECK(tasks(items(v.as(eva, "les-tilleuls-eleve"))) == Tasks{"Avant son départ."});
  CHECK(tasks(items(v.as(mother, "parent"))) == Tasks{"Avant son départ."});
  CHECK(v.as(eva, "les-tilleuls-eleve").post(path(later, "tick"), R"({"done":true})").status != 200);
  CHECK(tasks(items(v.as(v.tom))).size() == 2);
  const std::string september = "?from_on=2026-09-14&until_on=2026-09-20";
  at(v, 12, 10, 9);
  CHECK(tasks(items(v.as(mother, "parent"), september)).size() == 1);
  at(v, 12, 20, 9);
  CHECK(tasks(items(v.as(mother, "parent"), september)).empty());
}

TEST_CASE("homework: who arrives sees what is given from that day on, and the current period when the teacher opens it") {
  Village v;
  const PersonId ilyes = v.add_pupil({"Ilyes", "Haddad", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 15)});
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .task = "Avant son arrivée."});
  at(v, 9, 15, 9);
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .given_on = "2026-09-15", .task = "Après son arrivée."});
  CHECK(tasks(items(v.as(ilyes))) == Tasks{"Après son arrivée."});

  const std::string opening = "/homework/classes/" + to_text(v.ce2) + "/opening";
  CHECK(v.as(v.mme_petit, teacher_of_tilleuls).put(opening, R"({"open":true})").status == 404);
  CHECK(text_at(v.as(v.m_benali).put(opening, R"({"open":true})"), "/from_on") == "2026-09-01");
  CHECK(tasks(items(v.as(ilyes))) == Tasks{"Avant son arrivée.", "Après son arrivée."});
  v.as(v.m_benali).put(opening, R"({"open":false})");
  CHECK(tasks(items(v.as(ilyes))) == Tasks{"Après son arrivée."});
}

TEST_CASE("homework: a guardian who is no more, or not yet, reads nothing") {
  Village v;
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2)});
  CHECK(v.as(v.mme_diallo).get("/homework/items").body.find("page 42") == std::string::npos);  // Adam's until yesterday
  CHECK(v.as(v.m_demain, "parent").get("/homework/items").body.find("page 42") == std::string::npos);
}

TEST_CASE("homework: the pupil's home has what is due on the next school day, and today's lessons in their order") {
  Village v;
  auto teacher = v.as(v.m_benali);
  gives(teacher, {.targets = of_class(v.ce2), .task = "Pour demain.", .due_on = "2026-09-15"});
  gives(teacher, {.targets = of_class(v.ce2), .task = "Pour jeudi."});
  gives(teacher, {.targets = of_class(v.ce2), .subject = "sciences", .done = "Sciences", .kind = "", .more = R"(,"from_minute":810)"});
  gives(teacher, {.targets = of_class(v.ce2), .subject = "maths", .done = "Maths", .kind = "", .more = R"(,"from_minute":600)"});

  auto home = v.as(v.tom).get("/home");
  CHECK(text_at(home, "/cards/homework_pupil/next_day") == "2026-09-15");
  CHECK(size_at(home, "/cards/homework_pupil/for_next") == 1);
  CHECK(text_at(home, "/cards/homework_pupil/for_next/0/work/task") == "Pour demain.");
  CHECK(text_at(home, "/cards/homework_pupil/lessons/0/done") == "Maths");
  CHECK(text_at(home, "/cards/homework_pupil/lessons/1/done") == "Sciences");
  CHECK_FALSE(has(home, "/cards/homework_family"));
  home = v.as(v.sarah).get("/home");
  CHECK(size_at(home, "/cards/homework_family/to_do") == 2);
  CHECK_FALSE(has(home, "/cards/homework_pupil"));
  home = v.as(v.m_benali).get("/home");
  CHECK(size_at(home, "/cards/homework_class/to_come") == 2);

  at(v, 9, 18, 9);  // Friday: the next school day is Monday
  CHECK(text_at(v.as(v.tom).get("/home"), "/cards/homework_pupil/next_day") == "2026-09-21");
}
