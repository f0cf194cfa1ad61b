#include "app/demo/life.h"

namespace app::demo {

namespace json = boost::json;

namespace {

/// A note on its way: what becomes of it while families reply.
struct Sent {
  json::object told;  // as the story has it
  Seat author;
  std::size_t number;  // of the note in the whole demo
  std::vector<const Pupil*> pupils;
  std::string path;  // "/liaison/notes/…"
  std::int64_t version = 1;
  bool withdrawn = false;
  std::map<PersonId, int> replies = {};  // of each child, on this version
};
using Shared = std::shared_ptr<Sent>;

/// After how many minutes a family looks: the same evening, the next morning, days later. 0: not yet.
int delay(const Sent& note, std::size_t pupil, std::size_t adult) {
  constexpr int delays[] = {25, 95, 130, 150, 180, 210, 240, 260, 300, 870, 900, 930, 990, 1500, 2900, 3000, 4400, 7300, 0, 0};
  return delays[draw(note.number * 3 + adult, pupil, std::size(delays))];
}

/// Nearly everybody says yes, one adult in four accompanies. A couple of whom the story says so does not agree.
json::object answer_to(const json::object& question, const Sent& note, std::size_t pupil, std::size_t adult, bool disagrees) {
  const std::string kind = text(question, "kind");
  const int chance = draw(note.number + 41, pupil, 12);
  if (kind == "yes_no") return {{"yes", disagrees ? adult == 0 : chance != 7}};
  if (kind == "accompany") return {{"yes", draw(note.number + 7, pupil * 2 + adult, 4) == 0}};
  if (kind == "choice") return {{"option", chance % int(list(question, "options").size())}};
  if (kind == "places") return {{"places", chance % 4}};
  constexpr std::string_view words[] = {"", "", "", "Merci pour ce projet.", "", "Nous pouvons prêter une nappe.", "", ""};
  return {{"text", words[std::size_t(chance) % std::size(words)]}};
}

json::array answers_of(const Sent& note, std::size_t pupil, std::size_t adult) {
  const bool disagrees = text(note.told, "disagree") == note.pupils[pupil]->name;
  json::array answers;
  for (const json::value& question : list(note.told, "questions")) {
    answers.push_back(answer_to(question.as_object(), note, pupil, adult, disagrees));
  }
  return answers;
}

/// One reply is enough for most notes: the other parent only reads, unless they do not agree.
bool replies(const Sent& note, std::size_t pupil, std::size_t adult) {
  const std::string ask = text(note.told, "ask");
  if (ask.empty() || ask == "read") return false;
  if (draw(note.number + 3, pupil * 2 + adult, 9) == 4) return false;  // looked at, put aside
  const auto already = note.replies.find(note.pupils[pupil]->person);
  return ask == "sign_all" || already == note.replies.end() || text(note.told, "disagree") == note.pupils[pupil]->name;
}

void look(Life& life, Sent& note, std::size_t pupil, std::size_t adult) {
  const Adult& who = note.pupils[pupil]->adults[adult];
  if (note.withdrawn || !who.acts) return;
  const Seat seat{who.person, "parent"};
  json::object reply{{"child", to_text(note.pupils[pupil]->person)}};
  life.visitors.post(seat, note.path + "/open", reply);
  if (!replies(note, pupil, adult)) return;
  ++note.replies[note.pupils[pupil]->person];
  reply["version"] = note.version;
  const bool asks = !list(note.told, "questions").empty();
  if (asks) reply["answers"] = answers_of(note, pupil, adult);
  life.visitors.post(seat, note.path + (asks ? "/answer" : "/sign"), reply);
}

/// Each adult who has entered looks in their own time; those of whom the story says that they wait, not at all.
void expect_families(Life& life, const Shared& note, Millis delivered_at) {
  const json::array& waiting = list(note->told, "waits");
  for (std::size_t pupil = 0; pupil < note->pupils.size(); ++pupil) {
    const Pupil& child = *note->pupils[pupil];
    if (std::find(waiting.begin(), waiting.end(), json::value(child.name)) != waiting.end()) continue;
    const bool disagree = text(note->told, "disagree") == child.name;
    for (std::size_t adult = 0; adult < child.adults.size(); ++adult) {
      const int after = disagree ? 60 * int(adult + 1) : delay(*note, pupil, adult);
      if (after == 0) continue;
      life.diary.add(delivered_at + minutes(after), [&life, note, pupil, adult] { look(life, *note, pupil, adult); });
    }
  }
}

/// Slips that came back in the satchel, of children whose adults have never entered.
void record_slips(Life& life, const Sent& note) {
  for (std::size_t pupil = 0; pupil < note.pupils.size(); ++pupil) {
    const Pupil& child = *note.pupils[pupil];
    const bool limited = std::any_of(child.adults.begin(), child.adults.end(), [](const Adult& one) { return one.limited; });
    if (child.somebody() || limited || draw(note.number, pupil, 3) == 0) continue;
    json::object slip{{"child", to_text(child.person)}};
    if (!child.adults.empty()) slip["guardian"] = to_text(child.adults.front().person);
    if (!list(note.told, "questions").empty()) slip["answers"] = answers_of(note, pupil, 0);
    life.visitors.post(note.author, note.path + "/paper", slip);
  }
}

/// Another text for the same families, who read and reply anew.
void change(Life& life, const Shared& note, const json::object& change) {
  json::object body = only(note->told, {"title", "body", "facts", "sign_before"});
  for (const auto& [name, is] : only(change, {"title", "body", "facts", "sign_before"})) body[name] = is;
  if (!body.contains("facts")) body["facts"] = json::object();
  body["version"] = note->version;
  const auto sent = life.visitors.put(note->author, note->path, body);
  note->version = sent.at("version").as_int64();
  note->replies.clear();
  expect_families(life, note, sent.at("deliver_at").as_int64());
}

void plan_what_follows(Life& life, const Shared& note) {
  const json::object& told = note->told;
  if (const Millis at = number(told, "withdrawn_at")) {
    life.diary.add(at, [&life, note] {
      life.visitors.post(note->author, note->path + "/withdraw", {{"version", note->version}});
      note->withdrawn = true;
    });
  }
  if (const auto* changed = told.if_contains("changed")) {
    life.diary.add(number(changed->as_object(), "at"), [&life, note, changed] { change(life, note, changed->as_object()); });
  }
  if (const Millis at = number(told, "slips_at")) life.diary.add(at, [&life, note] { record_slips(life, *note); });
  if (const Millis at = number(told, "reminded_at")) {
    life.diary.add(at, [&life, note] { life.visitors.post(note->author, note->path + "/remind", {{"version", note->version}}); });
  }
}

json::object body_of(Life& life, const Sent& note, const json::value& audience) {
  json::object body = only(note.told, {"kind", "ask", "title", "body", "facts", "sign_before", "signature", "questions"});
  body.emplace("kind", "information");
  body.emplace("ask", "read");
  body.emplace("facts", json::object());
  body["audience"] = json::array{audience};
  json::array files;
  for (const json::value& name : list(note.told, "files")) files.emplace_back(send_file(life, note.author, name.as_string()));
  if (!files.empty()) body["files"] = std::move(files);
  return body;
}

void send(Life& life, const Shared& note, const json::value& audience) {
  const auto sent = life.visitors.post(note->author, "/liaison/notes", body_of(life, *note, audience));
  note->path = "/liaison/notes/" + std::string(sent.at("note").as_string());
  expect_families(life, note, sent.at("deliver_at").as_int64());
  plan_what_follows(life, note);
}

json::value part(std::string_view kind, const std::string& id) { return {{"kind", kind}, {"id", id}}; }

void send_to_class(Life& life, const Shared& note, const SchoolClass& school_class) {
  note->author = life.town.teacher(school_class, life.today());
  const std::string child = text(note->told, "child");
  if (!child.empty()) {
    note->pupils = {&school_class.pupil(child)};
    return send(life, note, part("child", to_text(note->pupils.front()->person)));
  }
  for (const Pupil& pupil : school_class.pupils) note->pupils.push_back(&pupil);
  send(life, note, part("school_class", to_text(school_class.id)));
}

void send_to_school(Life& life, const Shared& note, const std::string& slug) {
  note->author = life.town.head(slug);
  const auto classes = life.town.classes_in(slug);
  for (const SchoolClass* school_class : classes) {
    for (const Pupil& pupil : school_class->pupils) note->pupils.push_back(&pupil);
  }
  send(life, note, part("school", to_text(classes.front()->school)));
}

}  // namespace

void plan_notes(Life& life, const Chapter& chapter) {
  const std::string label = text(chapter, "class");
  std::size_t number_of_chapter = 0;
  for (const char c : label + text(chapter, "school")) number_of_chapter = number_of_chapter * 31 + std::size_t(c);
  for (const json::value& one : list(chapter, "note")) {
    auto note = std::make_shared<Sent>(Sent{one.as_object(), {}, ++number_of_chapter, {}, {}});
    const Millis at = number(note->told, "at");
    life.diary.add(at, [&life, note, label, slug = text(chapter, "school")] {
      if (label.empty()) return send_to_school(life, note, slug);
      send_to_class(life, note, life.town.class_of(label));
    });
  }
}

}  // namespace app::demo
