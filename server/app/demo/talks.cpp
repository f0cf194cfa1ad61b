#include "app/demo/life.h"

namespace app::demo {

namespace json = boost::json;

namespace {

struct Talk {
  json::object told;
  const SchoolClass* school_class;
  const Pupil* pupil;
  Seat family;       // who opens it
  std::string path;  // "/liaison/conversations/…"
};
using Shared = std::shared_ptr<Talk>;

/// The desk it was written to, on that day.
Seat desk(const Life& life, const Talk& talk) {
  if (text(talk.told, "to") == "head") return life.town.head(talk.school_class->slug);
  return life.town.teacher(*talk.school_class, life.today());
}

/// "school", "family", or "other": the child's other parent, when it was opened for both.
Seat writer(const Life& life, const Talk& talk, const std::string& by) {
  if (by == "school") return desk(life, talk);
  if (by != "other") return talk.family;
  for (const Adult& adult : talk.pupil->adults) {
    if (adult.acts && adult.person != talk.family.person) return {adult.person, "parent"};
  }
  not_in_town("other parent of " + talk.pupil->name);
}

void open(Life& life, const Shared& talk) {
  const Adult* somebody = talk->pupil->somebody();
  if (!somebody) not_in_town("parent of " + talk->pupil->name + " who has entered");
  talk->family = {somebody->person, "parent"};
  const auto posted = life.visitors.post(talk->family, "/liaison/conversations",
                                         {{"child", to_text(talk->pupil->person)},
                                          {"addressee", text(talk->told, "to") == "head" ? "head" : "school_class"},
                                          {"title", text(talk->told, "title")},
                                          {"body", text(talk->told, "body")},
                                          {"for_both", flag(talk->told, "for_both")}});
  talk->path = "/liaison/conversations/" + std::string(posted.at("conversation").as_string());
}

void read(Life& life, const Shared& talk, const Seat& reader) { life.visitors.post(reader, talk->path + "/open", json::object()); }

void plan_reply(Life& life, const Shared& talk, const json::object& reply) {
  life.diary.add(number(reply, "at"), [&life, talk, reply] {
    const Seat author = writer(life, *talk, text(reply, "by"));
    read(life, talk, author);
    if (reply.contains("body")) life.visitors.post(author, talk->path + "/messages", only(reply, {"body"}));
  });
}

}  // namespace

void plan_talks(Life& life, const Chapter& chapter) {
  for (const json::value& one : list(chapter, "talk")) {
    const SchoolClass& school_class = life.town.class_of(text(chapter, "class"));
    auto talk = std::make_shared<Talk>(Talk{one.as_object(), &school_class, nullptr, {}, {}});
    talk->pupil = &school_class.pupil(text(talk->told, "child"));
    life.diary.add(number(talk->told, "at"), [&life, talk] { open(life, talk); });
    for (const json::value& reply : list(talk->told, "replies")) plan_reply(life, talk, reply.as_object());
  }
}

}  // namespace app::demo
