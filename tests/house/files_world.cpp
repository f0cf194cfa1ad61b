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

/// For each of these things a document, named as it betrays.
World::Ids join(Tx& tx, const Cast& cast, const std::string& kind, const std::string& betrays, const World::Ids& things) {
  static const store::Query attach{"tests.attach",
                                   "INSERT INTO uploads_attached (kind, thing, upload, place, attached_at) VALUES ($1, $2, $3, 0, $4)"};
  World::Ids files;
  for (const auto& [key, thing] : things) {
    files[key] = keep_file(tx, cast, canary(betrays + key));
    const store::Param in[] = {store::param(kind), store::param(thing), store::param(files[key]), store::param(tx.now())};
    store::run(tx, attach, in);
  }
  return files;
}

}  // namespace

void World::join_files() {
  write([this](Tx& tx) {
    known_.page_files = join(tx, *this, "homework.entry", "page_", known_.pages);
    known_.note_files = join(tx, *this, "liaison.note", "note_", known_.notes);
  });
}

Uuid World::page_file(std::string_view key) const { return key == "unknown" ? note(key) : known_.page_files.find(key)->second; }
Uuid World::note_file(std::string_view key) const { return key == "unknown" ? note(key) : known_.note_files.find(key)->second; }

}  // namespace house
