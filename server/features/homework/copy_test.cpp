#include "features/homework/pages_test.h"

using namespace homework::tests;

TEST_CASE("homework: a past week is given again another week, each on its weekday or the next school day") {
  Village v;
  const auto teacher = [&] { return v.as(v.m_benali); };
  at(v, 9, 1, 9);
  gives(teacher(), {.targets = of_class(v.ce2), .given_on = "2026-09-01", .task = "Pour vendredi.", .due_on = "2026-09-04"});
  gives(teacher(), {.targets = of_class(v.ce2), .given_on = "2026-09-03", .done = "Une leçon", .kind = ""});
  const auto page = Page{.targets = of_class(v.ce2),
                         .given_on = "2026-09-01",
                         .task = "Mots 1 à 12.",
                         .due_on = "2026-09-03",
                         .more = fmt::format(R"(,"short_version":{{"children":["{}"],"task":"Mots 1 à 4."}})", to_text(v.adam))};
  given(teacher(), page);
  at(v, 9, 14, 8, 30);
  const std::string copy = "/homework/classes/" + to_text(v.ce2) + "/copy";
  const auto reply = teacher().post(copy, R"({"from_monday":"2026-08-31","to_monday":"2026-09-14"})");
  CHECK(number_at(reply, "/given") == 4);
  CHECK(number_at(reply, "/left_out") == 0);
  at(v, 9, 18, 9);
  CHECK(tasks(items(v.as(v.tom))) == Tasks{"Pour vendredi.", "Mots 1 à 12.", "Une leçon"});
  CHECK(tasks(items(v.as(v.adam))) == Tasks{"Pour vendredi.", "Mots 1 à 4.", "Une leçon"});
  CHECK(asking(items(v.as(v.tom)), "items", "Pour vendredi.").at("work").at("due_on").as_string() == "2026-09-18");

  // 11 November is a holiday: what would fall on it moves on
  at(v, 11, 9, 9);
  gives(teacher(), {.targets = of_class(v.ce2), .given_on = "2026-11-09", .task = "Pour jeudi.", .due_on = "2026-11-12"});
  at(v, 11, 10, 9);
  const auto moved = teacher().post(copy, R"({"from_monday":"2026-11-09","to_monday":"2027-05-03"})");
  CHECK(number_at(moved, "/moved") == 1);  // Thursday 6 May 2027 is Ascension Day
}

TEST_CASE("homework: a week is copied within one's own class, between Mondays of this year") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const std::string weeks = R"({"from_monday":"2026-09-07","to_monday":"2026-09-14"})";
  CHECK(teacher.post("/homework/classes/" + to_text(v.cp) + "/copy", weeks).error == "homework.no_class");
  const std::string own = "/homework/classes/" + to_text(v.ce2) + "/copy";
  CHECK(teacher.post(own, R"({"from_monday":"2026-09-08","to_monday":"2026-09-14"})").field("/from_monday") == "homework.not_monday");
  CHECK(teacher.post(own, R"({"from_monday":"2026-09-14","to_monday":"2026-09-14"})").field("/to_monday") == "homework.same_week");
  CHECK(teacher.post(own, R"({"from_monday":"2026-09-07","to_monday":"2027-09-13"})").field("/to_monday") == "homework.other_year");
}

TEST_CASE("homework: what is copied for a pupil who has left is left out") {
  Village v;
  const PersonId eva = v.add_pupil({"Eva", "Lenoir", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 1), date_of(2026, 9, 14)});
  gives(v.as(v.m_benali), {.targets = of_child(eva)});
  at(v, 9, 21, 9);
  const auto reply =
      v.as(v.m_benali).post("/homework/classes/" + to_text(v.ce2) + "/copy", R"({"from_monday":"2026-09-14","to_monday":"2026-09-21"})");
  CHECK(number_at(reply, "/given") == 0);
  CHECK(number_at(reply, "/left_out") == 1);
}
