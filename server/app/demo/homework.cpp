#include "app/demo/life.h"

namespace app::demo {

namespace json = boost::json;

namespace {

constexpr int written_from = 15 * 60 + 50;   // of the day: the book is written after class
constexpr int prepared_from = 17 * 60 + 40;  // of the last day of school: what is still to come

/// One entry of the book, and who has it to do.
struct Given {
  json::object told;
  const SchoolClass* school_class;
  Seat author;
  std::string entry;
  std::string shorter;  // the entry of those who have less to do
  std::int64_t version = 1;
};
using Shared = std::shared_ptr<Given>;

json::object work_of(const json::object& told) { return only(told, {"kind", "task", "help", "due_on", "minutes"}); }

json::object text_of(const json::object& told) {
  json::object body = only(told, {"from_minute", "subject", "done"});
  if (told.contains("task")) {
    json::object work = work_of(told);
    work.emplace("kind", "lesson");
    body["work"] = std::move(work);
  }
  return body;
}

bool has_less(const Given& given, const Pupil& pupil) {
  const auto* shorter = given.told.if_contains("short");
  if (!shorter) return false;
  const json::array& children = list(shorter->as_object(), "children");
  return std::find(children.begin(), children.end(), json::value(pupil.name)) != children.end();
}

json::object body_of(Life& life, const Given& given) {
  json::object body = text_of(given.told);
  body["given_on"] = text(given.told, "given_on");
  json::array targets;
  const std::string child = text(given.told, "child");
  if (child.empty()) {
    targets.push_back({{"kind", "school_class"}, {"id", to_text(given.school_class->id)}});
  } else {
    targets.push_back({{"kind", "child"}, {"id", to_text(given.school_class->pupil(child).person)}});
  }
  body["targets"] = std::move(targets);
  if (const auto* shorter = given.told.if_contains("short")) {
    json::object less = only(shorter->as_object(), {"task", "help", "minutes"});
    json::array children;
    for (const json::value& name : list(shorter->as_object(), "children")) {
      children.emplace_back(to_text(given.school_class->pupil(name.as_string()).person));
    }
    less["children"] = std::move(children);
    body["short_version"] = std::move(less);
  }
  json::array files;
  for (const json::value& name : list(given.told, "files")) files.emplace_back(send_file(life, given.author, name.as_string()));
  if (!files.empty()) body["files"] = std::move(files);
  return body;
}

/// Somebody in three does it the same evening, another the evening before it is due, the third forgets to tick.
void plan_tick(Life& life, const Shared& given, const Pupil& pupil, std::size_t place) {
  const Date due = date(given->told, "due_on");
  const Date first = date(given->told, "given_on");
  const int chance = draw(std::size_t(due.days), place * 5 + given->entry.size() + std::size_t(first.days), 10);
  if (chance > 6) return;
  const Date day = std::max(first, chance < 4 ? due - 1 : first);
  const int minute = 16 * 60 + 55 + chance * 13 + int(place) % 11;
  life.diary.add(life.zone().instant(day, minute), [&life, given, &pupil] {
    const std::string& entry = has_less(*given, pupil) ? given->shorter : given->entry;
    life.visitors.post({pupil.person, given->school_class->slug + "-eleve"}, "/homework/entries/" + entry + "/tick", {{"done", true}});
  });
}

/// Only those who can read have a door of their own.
void plan_ticks(Life& life, const Shared& given) {
  if (!given->told.contains("task") || given->told.contains("withdrawn_at") || given->school_class->slug != "les-tilleuls") return;
  const json::array& waiting = list(given->told, "waits");
  const std::string child = text(given->told, "child");
  std::size_t place = 0;
  for (const Pupil& pupil : given->school_class->pupils) {
    ++place;
    const bool waits = std::find(waiting.begin(), waiting.end(), json::value(pupil.name)) != waiting.end();
    if (!waits && (child.empty() || child == pupil.name)) plan_tick(life, given, pupil, place);
  }
}

void plan_correction(Life& life, const Shared& given) {
  const auto* change = given->told.if_contains("corrected");
  if (!change) return;
  json::object told = given->told;
  for (const auto& [name, is] : change->as_object()) told[name] = is;
  life.diary.add(number(told, "at"), [&life, given, told] {
    json::object body = text_of(told);
    body["version"] = given->version++;
    life.visitors.put(given->author, "/homework/entries/" + given->entry, body);
  });
}

void plan_withdrawal(Life& life, const Shared& given) {
  const Millis at = number(given->told, "withdrawn_at");
  if (at == 0) return;
  life.diary.add(at, [&life, given] {
    life.visitors.post(given->author, "/homework/entries/" + given->entry + "/withdraw", {{"version", given->version}});
  });
}

void give(Life& life, const Shared& given) {
  given->author = life.town.teacher(*given->school_class, life.today());
  const auto answer = life.visitors.post(given->author, "/homework/entries", body_of(life, *given));
  given->entry = answer.at("entry").as_string();
  if (const auto* shorter = answer.as_object().if_contains("short_version")) given->shorter = shorter->as_string();
  plan_ticks(life, given);
  plan_correction(life, given);
  plan_withdrawal(life, given);
}

}  // namespace

void plan_homework(Life& life, const Chapter& chapter) {
  const Date today = life.school_days.back();
  const Date day_before = life.school_days.at(life.school_days.size() - 2);
  int minute = 0;
  for (const json::value& one : list(chapter, "work")) {
    auto given = std::make_shared<Given>(Given{one.as_object(), &life.town.class_of(text(chapter, "class")), {}, {}, {}});
    ++minute;
    const Date on = date(given->told, "given_on");
    const Millis at =
        on < today ? life.zone().instant(on, written_from + minute % 40) : life.zone().instant(day_before, prepared_from + minute);
    life.diary.add(at, [&life, given] { give(life, given); });
  }
}

}  // namespace app::demo
