#include "features/homework/pages_test.h"

using namespace homework::tests;

TEST_CASE("homework: on its day an entry is simply changed; later it is a correction that readers are told of") {
  Village v;
  auto teacher = v.as(v.m_benali);
  Page page{.targets = of_class(v.ce2)};
  const auto entry = gives(teacher, page);
  page.task = "Lis la page 43.";
  CHECK(teacher.put(path(entry), page.change(1)).status == 200);
  auto seen = items(v.as(v.sarah));
  CHECK(tasks(seen) == Tasks{"Lis la page 43."});
  CHECK_FALSE(has(seen, "/items/0/corrected_at"));

  at(v, 9, 15, 9);
  page.task = "Lis la page 44.";
  CHECK(number_at(teacher.put(path(entry), page.change(2)), "/version") == 3);
  seen = items(v.as(v.sarah));
  CHECK(tasks(seen) == Tasks{"Lis la page 44."});
  CHECK(number_at(seen, "/items/0/corrected_at") == v.now());

  // the former texts stay, for those who consult the book: a successor, the head
  for (Browser by : {teacher, v.as(v.mme_future, teacher_of_tilleuls), v.as(v.mme_garcin, "les-tilleuls-direction")}) {
    const auto whole = by.get(path(entry));
    CHECK(text_at(whole, "/former/0/work/task") == "Lis la page 43.");
    CHECK(text_at(whole, "/former/1/work/task") == "Lis la page 42.");
    CHECK(text_at(whole, "/former/0/made_by_name") == "M. Benali");
  }
  CHECK(v.as(v.sarah).get(path(entry)).status == 403);
}

TEST_CASE("homework: a correction made at night is read in the morning, and the former text until then") {
  Village v;
  auto teacher = v.as(v.m_benali);
  Page page{.targets = of_class(v.ce2)};
  const auto entry = gives(teacher, page);
  at(v, 9, 15, 21);
  page.task = "Corrigé la nuit.";
  CHECK(flag_at(teacher.put(path(entry), page.change(1)), "/held"));
  CHECK(tasks(items(v.as(v.tom))) == Tasks{"Lis la page 42."});
  at(v, 9, 16, 7);
  CHECK(tasks(items(v.as(v.tom))) == Tasks{"Corrigé la nuit."});
}

TEST_CASE("homework: withdrawn on its day it is gone; later it stays, crossed out") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const auto mistake = gives(teacher, {.targets = of_class(v.ce2), .task = "Une erreur."});
  const auto stays = gives(teacher, {.targets = of_class(v.ce2), .task = "De lundi."});
  CHECK(teacher.post(path(mistake, "withdraw"), R"({"version":1})").status == 204);
  CHECK(tasks(items(v.as(v.tom))) == Tasks{"De lundi."});
  CHECK(teacher.get(path(mistake)).status == 404);

  at(v, 9, 15, 9);
  CHECK(teacher.post(path(stays, "withdraw"), R"({"version":1})").status == 204);
  const auto seen = items(v.as(v.tom));
  CHECK(flag_at(seen, "/items/0/struck"));
  CHECK(size_at(v.as(v.tom).get("/home"), "/cards/homework_pupil/for_next") == 0);
  CHECK(v.as(v.tom).post(path(stays, "tick"), R"({"done":true})").error == "homework.withdrawn");
  CHECK(teacher.put(path(stays), Page{}.change(1)).error == "homework.withdrawn");
}

TEST_CASE("homework: two colleagues who change the same entry do not overwrite each other") {
  Village v;
  const auto entry = gives(v.as(v.mme_petit, teacher_of_tilleuls), {.targets = of_class(v.cp)});
  Page page{.task = "Autre chose."};
  CHECK(v.as(v.mme_sow, teacher_of_tilleuls).put(path(entry), page.change(1)).status == 200);
  CHECK(v.as(v.mme_petit, teacher_of_tilleuls).put(path(entry), page.change(1)).error == "homework.stale");
}

TEST_CASE("homework: a substitute writes on their days and changes their own; what they wrote stays with the class, under their name") {
  Village v;
  const auto earlier = gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .task = "De M. Benali."});
  auto substitute = v.as(v.m_remplacant);
  const auto own = gives(substitute, {.targets = of_class(v.ce2), .task = "De M. Passage."});
  CHECK(size_at(substitute.get("/homework/book"), "/entries") == 2);
  CHECK(substitute.put(path(earlier), Page{}.change(1)).error == "homework.may_not_change");
  CHECK(substitute.put(path(own), Page{.task = "De M. Passage, mieux."}.change(1)).status == 200);
  CHECK(substitute.post("/homework/entries", Page{.targets = of_class(v.ce2), .given_on = "2026-09-11"}.json()).error ==
        "homework.not_your_days");
  CHECK(substitute.post("/homework/entries", Page{.targets = of_class(v.ce2), .given_on = "2026-09-21", .due_on = "2026-09-22"}.json())
            .error == "homework.not_your_days");
  CHECK(substitute.post("/homework/entries", Page{.targets = of_class(v.cp)}.json()).error == "homework.out_of_reach");

  at(v, 9, 21, 9);  // the week after
  CHECK(v.as(v.m_remplacant, "les-tilleuls-remplacement").get("/homework/book").status != 200);
  const auto seen = items(v.as(v.tom), "?from_on=2026-09-14");
  CHECK(tasks(seen) == Tasks{"De M. Benali.", "De M. Passage, mieux."});
  const auto by_substitute = asking(seen, "items", "De M. Passage, mieux.");
  CHECK(by_substitute.at("author_name").as_string() == "M. Passage");
  CHECK(by_substitute.at("author_role").as_string() == "substitute");
  CHECK(v.as(v.m_benali).put(path(own), Page{.task = "Repris."}.change(2)).status == 200);
}

TEST_CASE("homework: the head reads every book of the school and writes in none, the administrator reads nothing") {
  Village v;
  const auto entry = gives(v.as(v.m_benali), {.targets = of_class(v.ce2)});
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  const auto book = head.get("/homework/book?school_class=" + to_text(v.ce2));
  CHECK(size_at(book, "/entries") == 1);
  CHECK_FALSE(flag_at(book, "/entries/0/may_change"));
  CHECK(size_at(book, "/classes") == 3);
  CHECK(head.put(path(entry), Page{}.change(1)).status == 403);
  CHECK(v.as(v.m_lacaze, "les-oliviers-direction").get("/homework/book?school_class=" + to_text(v.ce2)).error == "homework.no_class");
  CHECK(v.as(v.m_lacaze, "les-oliviers-direction").get(path(entry)).status == 404);
  CHECK(v.as(v.mme_petit, teacher_of_tilleuls).get("/homework/book?school_class=" + to_text(v.ce2)).status == 404);
  CHECK(v.as(v.m_ancien, teacher_of_tilleuls).get("/homework/book").body.find("page 42") == std::string::npos);
  CHECK(v.as(v.mme_admin).get("/homework/book").status == 403);
  CHECK(v.as(v.mme_admin).get("/homework/search?words=page").status == 403);
  // as a teacher she has her own class, and only that
  CHECK(size_at(v.as(v.mme_garcin, teacher_of_tilleuls).get("/homework/book"), "/classes") == 1);
}
