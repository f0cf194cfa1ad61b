#include "house/canary.h"
#include "house/world.h"
#include "store/rows.h"

namespace house {

std::string World::page_target(std::string_view kind, std::string_view key) const {
  Uuid id;
  if (kind == "class") id = school_class(key);
  if (kind == "group") id = chorale;
  if (kind == "child") id = person(key);
  const std::string_view spelled = kind == "child" ? "child" : kind == "group" ? "school_group" : "school_class";
  return fmt::format(R"({{"kind":"{}","id":"{}"}})", spelled, to_text(id));
}

void World::give(const std::string& key, std::string_view author, const std::string& context, const std::string& target,
                 const Paging& paging) {
  const std::string betrays = canary("page_" + key);
  // due far away: no home shows it
  const std::string body = fmt::format(R"({{"targets":[{0}],"given_on":"{1}","subject":"french","done":"{2}",)"
                                       R"("work":{{"kind":"lesson","task":"{2}","help":"{2}","due_on":"2026-11-13","minutes":5}}{3}}})",
                                       target, paging.given_on, betrays, paging.more);
  const auto reply = as(person(author), context).post("/homework/entries", body);
  if (reply.status != 200) throw std::runtime_error(fmt::format("page {}: {} {}", key, reply.status, reply.error));
  const auto keep = [&](const std::string& as_key, const char* member) {
    Uuid id;
    parse_uuid(std::string_view(reply.json.at(member).as_string()), id);
    known_.pages[as_key] = id;
  };
  keep(key, "entry");
  if (!paging.short_key.empty()) keep(paging.short_key, "short_version");
}

void World::write_pages() {
  const std::string tilleuls_teacher = "les-tilleuls-enseignant", oliviers_teacher = "les-oliviers-enseignant";
  const std::string ce2_class = page_target("class", "ce2");
  const Millis monday = now();
  clock().advance(-days(1));  // Sunday: M. Ancien still teaches ce2; it is read on Monday at 7
  give("ancien", "m_ancien", tilleuls_teacher, ce2_class);
  clock().set(monday);

  give("ce2", "m_benali", tilleuls_teacher, ce2_class);
  const std::string few = fmt::format(R"(,"short_version":{{"children":["{}"],"task":"{}"}})", to_text(adam), canary("page_short"));
  give("long", "m_benali", tilleuls_teacher, ce2_class, {.more = few, .short_key = "short"});
  give("adam", "m_benali", tilleuls_teacher, page_target("child", "adam"));
  give("waiting", "m_benali", tilleuls_teacher, ce2_class, {.given_on = "2026-09-15"});
  give("withdrawn", "m_benali", tilleuls_teacher, ce2_class, {.given_on = "2026-09-14"});
  as(m_benali, tilleuls_teacher).post("/homework/entries/" + to_text(page("withdrawn")) + "/withdraw", R"({"version":1})");
  give("substitute", "m_remplacant", "les-tilleuls-remplacement", ce2_class, {.given_on = "2026-09-14"});
  give("cp", "mme_petit", tilleuls_teacher, page_target("class", "cp"));
  give("chorale", "mme_petit", tilleuls_teacher, page_target("group", "chorale"));
  give("gs", "mme_rossi", oliviers_teacher, page_target("class", "gs"));
  give("ms", "mme_sow", oliviers_teacher, page_target("class", "ms"));

  const auto added = as(m_lacaze, "les-oliviers-direction").post("/homework/subjects", R"({"label":"Jardin","letter":"J","look":"leaf"})");
  parse_uuid(std::string_view(added.json.at("subjects").as_array().back().at("own").as_string()), known_.subjects["garden"]);
  join_files();
}

Uuid World::page(std::string_view key) const { return key == "unknown" ? note(key) : known_.pages.find(key)->second; }
Uuid World::subject(std::string_view key) const { return key == "unknown" ? note(key) : known_.subjects.find(key)->second; }

}  // namespace house
