#include "features/homework/pages_test.h"

using namespace homework::tests;

namespace {
bool ticked(Browser by) { return flag_at(items(by), "/items/0/ticked"); }
}  // namespace

TEST_CASE("homework: a pupil ticks and unticks, the family sees it, and the teacher only how many") {
  Village v;
  const auto entry = gives(v.as(v.m_benali), {.targets = of_class(v.ce2)});
  CHECK_FALSE(ticked(v.as(v.tom)));
  CHECK(flag_at(v.as(v.tom).post(path(entry, "tick"), R"({"done":true})"), "/done"));
  CHECK(ticked(v.as(v.tom)));
  CHECK(ticked(v.as(v.sarah)));
  CHECK_FALSE(ticked(v.as(v.adam)));

  const auto book = v.as(v.m_benali).get("/homework/book");
  CHECK(number_at(book, "/entries/0/ticked") == 1);
  CHECK(number_at(book, "/entries/0/children") == 3);
  CHECK(book.body.find(to_text(v.tom)) == book.body.npos);  // who, nobody is told

  v.as(v.tom).post(path(entry, "tick"), R"({"done":false})");
  CHECK_FALSE(ticked(v.as(v.tom)));
  CHECK(number_at(v.as(v.m_benali).get("/homework/book"), "/entries/0/ticked") == 0);
}

TEST_CASE("homework: of two devices, the last moment wins, whichever is heard last") {
  Village v;
  const auto entry = gives(v.as(v.m_benali), {.targets = of_class(v.ce2)});
  const Millis start = v.now();
  v.clock().advance(minutes(10));
  v.as(v.tom).post(path(entry, "tick"), fmt::format(R"({{"done":true,"at":{}}})", start + minutes(5)));
  // the tablet without network had said the contrary two minutes before: it comes too late
  const auto late = v.as(v.tom).post(path(entry, "tick"), fmt::format(R"({{"done":false,"at":{}}})", start + minutes(3)));
  CHECK(flag_at(late, "/done"));
  CHECK(ticked(v.as(v.tom)));
  // a device whose clock runs ahead does not win for ever
  v.as(v.tom).post(path(entry, "tick"), fmt::format(R"({{"done":true,"at":{}}})", start + days(30)));
  v.clock().advance(minutes(1));
  v.as(v.tom).post(path(entry, "tick"), R"({"done":false})");
  CHECK_FALSE(ticked(v.as(v.tom)));
}

TEST_CASE("homework: only the pupil ticks, only what they were given, and only what there is to do") {
  Village v;
  const auto entry = gives(v.as(v.m_benali), {.targets = of_class(v.ce2)});
  const auto lesson = gives(v.as(v.m_benali), {.targets = of_class(v.ce2), .done = "Chant", .kind = ""});
  const std::string yes = R"({"done":true})";
  CHECK(v.as(v.sarah).post(path(entry, "tick"), yes).status == 403);
  CHECK(v.as(v.m_benali).post(path(entry, "tick"), yes).status == 403);
  CHECK(v.as(v.zoe).post(path(entry, "tick"), yes).error == "homework.no_entry");
  CHECK(v.as(v.tom).post(path(lesson, "tick"), yes).error == "homework.no_entry");
  CHECK(v.count("homework_tick") == 0);
  v.as(v.m_benali).post(path(entry, "withdraw"), R"({"version":1})");
  CHECK(v.as(v.tom).post(path(entry, "tick"), yes).status == 404);
}

TEST_CASE("homework: a tick sent again by the offline journal is written once") {
  Village v;
  const auto entry = gives(v.as(v.m_benali), {.targets = of_class(v.ce2)});
  auto tom = v.as(v.tom);
  const std::string body = fmt::format(R"({{"done":true,"at":{}}})", v.now());
  CHECK(tom.post(path(entry, "tick"), body, "tick-on-the-bus-01").status == 200);
  CHECK(tom.post(path(entry, "tick"), body, "tick-on-the-bus-01").status == 200);
  CHECK(v.count("homework_tick") == 1);
}
