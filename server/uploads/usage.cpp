#include "uploads/usage.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "store/jobs.h"
#include "uploads/limits.h"
#include "uploads/queries.gen.h"

namespace uploads {

namespace {

struct Files {
  std::vector<BlobId> blobs;
};
BOOST_DESCRIBE_STRUCT(Files, (), (blobs))

constexpr Millis between_sweeps = minutes(5);

/// Each sweep looks into one folder: all of them within a day, and never many files at once.
void remove_orphans(Tx& tx, int folder) {
  const Millis before = tx.now() - orphan_for;
  tx.blobs().drop_drafts(folder, before);
  std::vector<BlobId> old = tx.blobs().list_older(folder, before);
  constexpr std::size_t at_once = 512;
  for (std::size_t from = 0; from < old.size(); from += at_once) {
    const std::span some(old.data() + from, std::min(at_once, old.size() - from));
    const std::vector<BlobId> named = q::blobs_with_row(tx, some);
    const std::set<BlobId> kept(named.begin(), named.end());
    for (const BlobId blob : some) {
      if (!kept.contains(blob)) tx.blobs().remove(blob);
    }
  }
}

}  // namespace

Result<> count(Tx& tx, SchoolId school, PartyId party, std::int64_t bytes, std::int64_t most) {
  q::open_usage(tx, school, party);
  if (q::count_bytes(tx, school, bytes, most) == 0) return refusal(Fault::out_of_space, "uploads.school_full");
  return {};
}

void let_go(Tx& tx, const Known& upload) {
  forget_files(tx, q::blobs_of(tx, upload.id));
  q::drop_parts(tx, upload.id);
  q::drop_forms(tx, upload.id);
  q::drop_upload(tx, upload.id);
  q::count_bytes(tx, upload.school, -upload.counted_bytes, 0);
}

void forget_files(Tx& tx, const std::vector<BlobId>& blobs) {
  if (!blobs.empty()) store::add_job(tx, "uploads.forget", json::to_json(Files{blobs}), tx.now());
}

Result<> forget_files_now(Tx& tx, std::string_view payload) {
  const auto files = TRY(json::from_json<Files>(payload));
  for (const BlobId blob : files.blobs) tx.blobs().remove(blob);
  return {};
}

Result<> sweep(Tx& tx, std::string_view) {
  for (const Known& upload : q::expired(tx, tx.now() - unfinished_for, tx.now() - unattached_for)) let_go(tx, upload);
  remove_orphans(tx, int(tx.now() / between_sweeps % store::Blobs::folders));
  store::add_job(tx, "uploads.sweep", "{}", tx.now() + between_sweeps);
  return {};
}

}  // namespace uploads
