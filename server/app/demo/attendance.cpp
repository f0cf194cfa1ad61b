#include "app/demo/life.h"

namespace app::demo {

namespace json = boost::json;

namespace {

constexpr int noon = 12 * 60 + 30;
constexpr int first_call = 8 * 60 + 34;
constexpr int afternoon_call = 13 * 60 + 36;

/// One pupil who is not there, or not all day.
struct Absence {
  json::object told;
  const Pupil* pupil;
  Date from_on;
  Date until_on;
  std::string part;
};

Absence absence_of(const json::object& told, const SchoolClass& school_class) {
  const Date from = date(told, "on");
  const std::string part = text(told, "part");
  return {told, &school_class.pupil(text(told, "child")), from, told.contains("until") ? date(told, "until") : from,
          part.empty() ? "day" : part};
}

/// How the roll finds them in that half-day; nothing when they are there.
std::optional<json::object> mark_of(const Absence& absence, Date on, bool morning) {
  if (on < absence.from_on || on > absence.until_on) return {};
  json::object mark{{"pupil", to_text(absence.pupil->person)}, {"absent", true}, {"version", 0}};
  if (absence.part == "day") return mark;
  if (absence.part == "morning" || absence.part == "afternoon")
    return (absence.part == "morning") == morning ? std::optional(mark) : std::nullopt;
  const std::int64_t minute = number(absence.told, "minute");
  if (morning != (minute < noon)) return {};
  mark["absent"] = false;
  mark[absence.part == "arrives" ? "arrived_minute" : "left_minute"] = minute;
  return mark;
}

void call_roll(Life& life, const SchoolClass& school_class, const std::vector<Absence>& absences, bool morning) {
  const Date today = life.today();
  json::array marks;
  for (const Absence& one : absences) {
    if (auto mark = mark_of(one, today, morning)) marks.push_back(*std::move(mark));
  }
  life.visitors.put(life.town.teacher(school_class, today), fmt::format("/attendance/classes/{}/call", to_text(school_class.id)),
                    {{"on_day", to_text(today)}, {"half", morning ? "morning" : "afternoon"}, {"marks", std::move(marks)}});
}

/// What a parent says beforehand, and takes back when it was for nothing.
void plan_telling(Life& life, const Absence& absence) {
  const json::object& told = absence.told;
  const Adult* adult = absence.pupil->somebody();
  if (!told.contains("told_at") || !adult) return;
  json::object body = only(told, {"minute", "reason", "line"});
  body["child"] = to_text(absence.pupil->person);
  body["from_on"] = to_text(absence.from_on);
  body["part"] = absence.part;
  if (absence.until_on > absence.from_on) body["until_on"] = to_text(absence.until_on);
  const Seat parent{adult->person, "parent"};
  life.diary.add(number(told, "told_at"), [&life, parent, body, back = number(told, "taken_back_at")] {
    const auto kept = life.visitors.post(parent, "/attendance/told", body);
    if (back == 0) return;
    const std::string path = "/attendance/told/" + std::string(kept.at("told").at(0).at("told").as_string()) + "/withdraw";
    life.diary.add(back, [&life, parent, path] { life.visitors.post(parent, path, {{"version", 1}}); });
  });
}

/// The parent reads the notice behind the bell, then says why.
void explain(Life& life, const Absence& absence, const Seat& parent) {
  const auto family = life.visitors.get(parent, "/attendance/family");
  for (const json::value& child : family.at("children").as_array()) {
    for (const json::value& missed : child.at("missed").as_array()) {
      if (missed.at("child").as_string() != to_text(absence.pupil->person) || !missed.at("unread").as_bool()) continue;
      life.visitors.post(parent, "/attendance/missed/" + std::string(missed.at("mark").as_string()) + "/open", json::object());
    }
  }
  json::object body = only(absence.told, {"reason", "line"});
  body["child"] = to_text(absence.pupil->person);
  body["on_day"] = to_text(absence.from_on);
  life.visitors.post(parent, "/attendance/explain", body);
}

void plan_what_follows(Life& life, const SchoolClass& school_class, const Absence& absence) {
  const json::object& told = absence.told;
  if (const Millis at = number(told, "phoned_at")) {
    life.diary.add(at, [&life, absence, head = life.town.head(school_class.slug)] {
      life.visitors.put(head, fmt::format("/attendance/pupils/{}/phoned", to_text(absence.pupil->person)),
                        {{"on_day", to_text(absence.from_on)}, {"phoned", true}});
    });
  }
  const Adult* adult = absence.pupil->somebody();
  if (const Millis at = number(told, "explained_at"); at && adult) {
    life.diary.add(at, [&life, absence, parent = Seat{adult->person, "parent"}] { explain(life, absence, parent); });
  }
  // Marked absent, and there after all: the teacher corrects the roll.
  if (const auto* came = told.if_contains("came")) {
    const Date on = absence.from_on;
    life.diary.add(life.zone().instant(on, int(came->as_int64()) + 4), [&life, &school_class, absence, on, came = *came] {
      const json::object mark{{"pupil", to_text(absence.pupil->person)}, {"absent", false}, {"arrived_minute", came}, {"version", 1}};
      life.visitors.put(life.town.teacher(school_class, on), fmt::format("/attendance/classes/{}/call", to_text(school_class.id)),
                        {{"on_day", to_text(on)}, {"half", "morning"}, {"marks", json::array{mark}}});
    });
  }
}

}  // namespace

void plan_attendance(Life& life, const Chapter& chapter) {
  const SchoolClass& school_class = life.town.class_of(text(chapter, "class"));
  auto absences = std::make_shared<std::vector<Absence>>();
  for (const json::value& one : list(chapter, "absence")) {
    absences->push_back(absence_of(one.as_object(), school_class));
    plan_telling(life, absences->back());
    plan_what_follows(life, school_class, absences->back());
  }
  const int morning = int(number(chapter, "call", first_call));
  for (const Date on : life.school_days) {
    life.diary.add(life.zone().instant(on, morning), [&life, &school_class, absences] { call_roll(life, school_class, *absences, true); });
    life.diary.add(life.zone().instant(on, afternoon_call + morning % 10),
                   [&life, &school_class, absences] { call_roll(life, school_class, *absences, false); });
  }
}

}  // namespace app::demo
