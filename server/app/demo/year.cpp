#include "app/demo/accounts.h"
#include "app/demo/life.h"

namespace app::demo {

namespace json = boost::json;

namespace {

using People = std::pair<const Pupil*, const Adult*>;

/// An adult by their name, through one of their children.
People find_adult(const Life& life, const std::string& slug, const std::string& name, const std::string& child) {
  for (const SchoolClass* school_class : life.town.classes_in(slug)) {
    for (const Pupil& pupil : school_class->pupils) {
      if (pupil.name != child) continue;
      for (const Adult& adult : pupil.adults) {
        if (adult.name == name) return {&pupil, &adult};
      }
    }
  }
  not_in_town(name);
}

void put(Life& life, const Seat& head, const Chapter& chapter, std::string_view member, std::string_view path) {
  const auto* told = chapter.if_contains(member);
  if (!told) return;
  json::object body = told->as_object();
  const Millis at = number(body, "at");
  body.erase("at");
  body["version"] = 0;
  life.diary.add(at, [&life, head, body, path = std::string(path)] { life.visitors.put(head, path, body); });
}

void plan_limit(Life& life, const Seat& head, const std::string& slug, const json::object& told) {
  life.diary.add(number(told, "at"), [&life, head, slug, told] {
    const auto [pupil, adult] = find_adult(life, slug, text(told, "adult"), text(told, "child"));
    json::object body = only(told, {"level", "from_on", "until_on", "paper_reference"});
    body["child"] = to_text(pupil->person);
    const PersonId person = adult->person;
    const std::string path = "/settings/people/" + to_text(person);
    if (flag(told, "keeps_contact")) {
      life.visitors.post(head, path + "/protection", {{"child", to_text(pupil->person)}, {"on", true}});
      return;
    }
    life.visitors.post(head, path + "/custody", body);
    life.town.limit(person);
  });
}

PersonId named(Life& life, const Seat& head, const std::string& path, const std::string& name) {
  const auto posts = life.visitors.get(head, path);
  for (const json::value& post : posts.at("posts").as_array()) {
    PersonId person;
    if (post.at("name").as_string() == name && parse_uuid(post.at("person").as_string(), person)) return person;
  }
  not_in_town(name);
}

/// The head names somebody for a time; they choose a password from their sheet, and are one of those whom the demonstration shows.
void plan_post(Life& life, const Seat& head, const std::string& path, const json::object& told) {
  life.diary.add(number(told, "at"), [&life, head, path, told] {
    json::object body = only(told, {"civility", "first_name", "last_name", "from_on", "until_on"});
    const std::string label = text(told, "class");
    if (!label.empty()) body["school_class"] = to_text(life.town.class_of(label).id);
    life.visitors.post(head, path, body);
    const PersonId person = named(life, head, path, text(told, "first_name") + " " + text(told, "last_name"));
    give_password(life.house, person);
    if (!label.empty()) life.town.replace(life.town.class_of(label), person, date(told, "from_on"), date(told, "until_on"));
  });
}

}  // namespace

void plan_year(Life& life, const Chapter& chapter) {
  const std::string slug = text(chapter, "school");
  const Seat head = life.town.head(slug);
  put(life, head, chapter, "calendar", "/settings/calendar");
  put(life, head, chapter, "hours", "/attendance/hours");
  put(life, head, chapter, "written", "/homework/written-work");
  for (const json::value& one : list(chapter, "subject")) {
    life.diary.add(number(one.as_object(), "at"), [&life, head, subject = only(one.as_object(), {"label", "letter", "look"})] {
      life.visitors.post(head, "/homework/subjects", subject);
    });
  }
  for (const json::value& one : list(chapter, "limit")) plan_limit(life, head, slug, one.as_object());
  for (const json::value& one : list(chapter, "substitute")) plan_post(life, head, "/settings/substitutes", one.as_object());
  for (const json::value& one : list(chapter, "administrator")) plan_post(life, head, "/settings/administrators", one.as_object());
}

}  // namespace app::demo
