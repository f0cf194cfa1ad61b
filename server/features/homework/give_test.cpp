#include "features/homework/pages_test.h"

using namespace homework::tests;

TEST_CASE("homework: a teacher gives work to her class, and pupils and both parents read it at once") {
  Village v;
  const auto reply = given(v.as(v.m_benali), {.targets = of_class(v.ce2), .done = "Le loup et la lune, première lecture."});
  CHECK_FALSE(flag_at(reply, "/held"));
  CHECK_FALSE(flag_at(reply, "/late"));

  for (Browser reader : {v.as(v.tom), v.as(v.sarah), v.as(v.mathieu)}) {
    const auto page = items(reader);
    CHECK(tasks(page) == Tasks{"Lis la page 42."});
    CHECK(text_at(page, "/items/0/subject/label") == "Français");
    CHECK(text_at(page, "/items/0/subject/letter") == "F");
    CHECK(text_at(page, "/items/0/done") == "Le loup et la lune, première lecture.");
    CHECK(text_at(page, "/items/0/work/due_on") == "2026-09-17");
    CHECK(number_at(page, "/items/0/work/minutes") == 10);
    CHECK(text_at(page, "/items/0/label") == "CE2");
    CHECK(text_at(page, "/items/0/author_name") == "M. Benali");
  }
  CHECK(v.count("notices_delivery") == 0);  // nothing is ever sent to pupils
  CHECK(v.jobs().empty());
}

TEST_CASE("homework: written work is refused at home, with its reason, until the head decides otherwise") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto teacher = v.as(v.m_benali);
  const Page exercise{.targets = of_class(v.ce2), .kind = "written", .task = "Fais l'exercice 3."};

  CHECK(teacher.post("/homework/entries", exercise.json()).error == "homework.written_off");
  CHECK(v.count("homework_entry") == 0);
  CHECK_FALSE(flag_at(teacher.get("/homework/desk"), "/written/allowed"));

  CHECK(teacher.put("/homework/written-work", R"({"allowed":true,"reason":"x","decided_on":"2026-09-10","version":0})").status == 403);
  CHECK(head.put("/homework/written-work", R"({"allowed":true,"reason":" ","decided_on":"2026-09-10","version":0})").field("/reason") ==
        "homework.reason_empty");
  CHECK(head.put("/homework/written-work", R"({"allowed":true,"reason":"Conseil","decided_on":"2026-09-15","version":0})")
            .field("/decided_on") == "homework.date_future");
  const auto decided =
      head.put("/homework/written-work", R"({"allowed":true,"reason":"Conseil des maîtres","decided_on":"2026-09-10","version":0})");
  CHECK(decided.status == 200);
  CHECK(text_at(decided, "/decisions/0/reason") == "Conseil des maîtres");
  CHECK(text_at(decided, "/decisions/0/made_by_name") == "Mme Garcin");
  CHECK(v.count("store_audit", "act = 'homework.allow_written'") == 1);
  CHECK(given(teacher, exercise).status == 200);

  // somebody who read the old decision decides on nothing
  CHECK(head.put("/homework/written-work", R"({"allowed":false,"reason":"Avis","decided_on":"2026-09-10","version":0})").error ==
        "homework.stale");
  CHECK(head.put("/homework/written-work", R"({"allowed":false,"reason":"Avis","decided_on":"2026-09-14","version":1})").status == 200);
  CHECK(teacher.post("/homework/entries", exercise.json()).error == "homework.written_off");
  CHECK(size_at(head.get("/homework/written-work"), "/decisions") == 2);
}

TEST_CASE("homework: work falls on a school day: not on Wednesday, not on a Sunday, not before it is given") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const auto fault = [&](const std::string& due_on) {
    return teacher.post("/homework/entries", Page{.targets = of_class(v.ce2), .due_on = due_on}.json()).field("/work/due_on");
  };
  CHECK(fault("2026-09-16") == "homework.day_off");
  CHECK(fault("2026-09-20") == "homework.day_off");
  CHECK(fault("2026-11-11") == "homework.day_off");  // Armistice, a Wednesday too
  CHECK(fault("2026-09-14") == "homework.due_before");
  CHECK(fault("2027-01-12") == "homework.due_far");
  CHECK(v.count("homework_entry") == 0);
}

TEST_CASE("homework: more than is usual for the grade in one day is said, and given all the same") {
  Village v;
  auto teacher = v.as(v.m_benali);
  CHECK(size_at(given(teacher, {.targets = of_class(v.ce2), .minutes = 25}), "/heavy") == 0);
  const auto second = given(teacher, {.targets = of_class(v.ce2), .subject = "maths", .task = "Table de 6", .minutes = 10});
  CHECK(number_at(second, "/heavy/0/minutes") == 35);
  CHECK(number_at(second, "/heavy/0/ceiling") == 30);

  // the chorale's work counts for the pupil who sings too: 25 + 10 + 15
  const auto third = given(v.as(v.mme_petit, teacher_of_tilleuls), {.targets = of_group(v.chorale), .kind = "to_say", .minutes = 15});
  CHECK(third.status == 200);
  const auto book = teacher.get("/homework/book");
  CHECK(number_at(book, "/days/3/minutes") == 50);
  CHECK_FALSE(flag_at(book, "/days/2/school_day"));
}

TEST_CASE("homework: given after class for the next morning it is flagged; given in quiet hours it waits for the morning") {
  Village v;
  auto teacher = v.as(v.m_benali);
  at(v, 9, 14, 18);
  const auto evening = given(teacher, {.targets = of_class(v.ce2), .due_on = "2026-09-15"});
  CHECK(flag_at(evening, "/late"));
  CHECK_FALSE(flag_at(evening, "/held"));
  CHECK_FALSE(flag_at(given(teacher, {.targets = of_class(v.ce2), .due_on = "2026-09-17"}), "/late"));

  at(v, 9, 14, 20, 30);
  const auto night = given(teacher, {.targets = of_class(v.ce2), .task = "Écrite la nuit.", .due_on = "2026-09-15"});
  CHECK(flag_at(night, "/held"));
  CHECK(tasks(items(v.as(v.tom))).size() == 2);
  CHECK(tasks(items(v.as(v.sarah))).size() == 2);
  CHECK(size_at(teacher.get("/homework/book"), "/entries") == 3);  // the teacher sees what waits
  CHECK(v.as(v.tom).post(path(text_at(night, "/entry"), "tick"), R"({"done":true})").status == 404);
  at(v, 9, 15, 7);
  CHECK(tasks(items(v.as(v.tom))).size() == 3);
}

TEST_CASE("homework: what waits follows the new quiet hours of its school") {
  Village v;
  at(v, 9, 14, 20, 30);
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2)});
  v.as(v.mme_garcin, "les-tilleuls-direction")
      .put("/settings/quiet-hours", R"({"evening_from":1290,"morning_until":420,"weekend":true,"version":0})");
  v.run_jobs();
  CHECK(tasks(items(v.as(v.sarah))).size() == 1);
}

TEST_CASE("homework: a lesson prepared for another day shows on its day, not before") {
  Village v;
  gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .given_on = "2026-09-15", .done = "Les états de l'eau", .kind = ""});
  CHECK(tasks(items(v.as(v.tom))).empty());
  at(v, 9, 15, 7, 30);
  CHECK(tasks(items(v.as(v.tom))) == Tasks{"Les états de l'eau"});
}

TEST_CASE("homework: everything that must be mended is said at once") {
  Village v;
  const auto reply =
      v.as(v.m_benali)
          .post(
              "/homework/entries",
              R"({"targets":[],"given_on":"2025-09-14","subject":"alchemy","work":{"kind":"lesson","task":" ","due_on":"2026-09-16","minutes":500}})");
  CHECK(reply.status == 400);
  CHECK(reply.field("/given_on") == "homework.other_year");
  CHECK(reply.field("/subject") == "homework.no_subject");
  CHECK(reply.field("/work/task") == "homework.task_empty");
  CHECK(reply.field("/work/minutes") == "range");
  CHECK(v.as(v.m_benali).post("/homework/entries", Page{.targets = of_class(v.ce2), .kind = ""}.json()).field("/done") ==
        "homework.nothing");
  CHECK(v.as(v.m_benali).post("/homework/entries", Page{.targets = ""}.json()).field("/targets") == "homework.no_target");
}

TEST_CASE("homework: nobody gives work to a class they do not teach") {
  Village v;
  CHECK(v.as(v.m_benali).post("/homework/entries", Page{.targets = of_class(v.cp)}.json()).error == "homework.out_of_reach");
  CHECK(v.as(v.m_benali).post("/homework/entries", Page{.targets = of_child(v.zoe)}.json()).error == "homework.out_of_reach");
  CHECK(v.as(v.mme_rossi).post("/homework/entries", Page{.targets = of_group(v.chorale)}.json()).error == "homework.out_of_reach");
  CHECK(v.as(v.mme_garcin, "les-tilleuls-direction").post("/homework/entries", Page{.targets = of_class(v.cm)}.json()).status == 403);
  CHECK(v.as(v.sarah).post("/homework/entries", Page{.targets = of_class(v.ce2)}.json()).status == 403);
  CHECK(v.as(v.tom).post("/homework/entries", Page{.targets = of_class(v.ce2)}.json()).status == 403);
  CHECK(v.count("homework_entry") == 0);
}

TEST_CASE("homework: the same entry sent twice with one key is given once") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const Page page{.targets = of_class(v.ce2)};
  const auto first = teacher.post("/homework/entries", page.json(), "the-same-intention-1");
  const auto again = teacher.post("/homework/entries", page.json(), "the-same-intention-1");
  CHECK(text_at(first, "/entry") == text_at(again, "/entry"));
  CHECK(v.count("homework_entry") == 1);
}

TEST_CASE("homework: a school adds a subject, and what was written under it stays when it is offered no more") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  auto teacher = v.as(v.m_benali);
  CHECK(head.post("/homework/subjects", R"({"label":"maths","letter":"M","look":"leaf"})").field("/label") == "homework.subject_known");
  CHECK(teacher.post("/homework/subjects", R"({"label":"Théâtre","letter":"T","look":"house"})").status == 403);
  const auto added = head.post("/homework/subjects", R"({"label":"Théâtre","letter":"T","look":"house"})");
  const std::string key(added.json.at("subjects").as_array().back().at("key").as_string());
  gives(teacher, {.targets = of_class(v.ce2), .subject = key});
  CHECK(head.post("/homework/subjects/" + key + "/retire").status == 200);
  CHECK(teacher.post("/homework/entries", Page{.targets = of_class(v.ce2), .subject = key}.json()).field("/subject") ==
        "homework.no_subject");
  CHECK(text_at(items(v.as(v.tom)), "/items/0/subject/label") == "Théâtre");
  CHECK(v.as(v.m_lacaze, "les-oliviers-direction").post("/homework/subjects/" + key + "/retire").status == 404);
}
