#include "house/canary.h"
#include "house/world.h"
#include "store/rows.h"

namespace house {

namespace {

/// A document, as if its bytes were on the disk: only who may ask for it matters here.
Uuid keep_file(Tx& tx, const Cast& cast, const std::string& name) {
  static const store::Query upload{"tests.upload",
                                   "INSERT INTO uploads_upload (id, author, party, school, name, announced_bytes, counted_bytes, made_at, "
                                   "finished_at, type, sha256) VALUES ($1, $2, $3, $4, $5, 10, 10, $6, $6, 'pdf', $7)"};
  static const store::Query form{"tests.form",
                                 "INSERT INTO uploads_form (upload, size, type, blob, size_bytes, sha256) "
                                 "VALUES ($1, 'whole', 'pdf', $2, 10, $3)"};
  const auto id = tx.new_id<Uuid>();
  const std::vector<unsigned char> hash(32, 1);
  const store::Param first[] = {store::param(id),   store::param(cast.m_benali), store::param(cast.academy), store::param(cast.tilleuls),
                                store::param(name), store::param(tx.now()),      store::param(hash)};
  store::run(tx, upload, first);
  const auto blob = tx.new_id<Uuid>();
  const store::Param second[] = {store::param(id), store::param(blob), store::param(hash)};
  store::run(tx, form, second);
  return id;
}

}  // namespace

void World::join_files() {
  static const store::Query attach{"tests.attach",
                                   "INSERT INTO uploads_attached (kind, thing, upload, place, attached_at) "
                                   "VALUES ('homework.entry', $1, $2, 0, $3)"};
  write([this](Tx& tx) {
    for (const auto& [key, page] : pages_) {
      page_files_[key] = keep_file(tx, *this, canary("page_" + key));
      const store::Param in[] = {store::param(page), store::param(page_files_[key]), store::param(tx.now())};
      store::run(tx, attach, in);
    }
  });
}

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
    pages_[as_key] = id;
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
  parse_uuid(std::string_view(added.json.at("subjects").as_array().back().at("own").as_string()), subjects_["garden"]);
  join_files();
}

Uuid World::page(std::string_view key) const { return key == "unknown" ? note(key) : pages_.find(key)->second; }
Uuid World::page_file(std::string_view key) const { return key == "unknown" ? note(key) : page_files_.find(key)->second; }
Uuid World::subject(std::string_view key) const { return key == "unknown" ? note(key) : subjects_.find(key)->second; }

}  // namespace house
