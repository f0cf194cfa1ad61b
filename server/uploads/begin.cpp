#include "uploads/limits.h"
#include "uploads/names.h"
#include "uploads/queries.gen.h"
#include "uploads/uploads.h"
#include "uploads/usage.h"
#include "uploads/verbs.h"

namespace uploads {

namespace {

/// A browser that crashed again and again leaves unfinished ones behind: the oldest make way.
void make_way(Tx& tx, const Actor& actor) {
  const auto unfinished = q::unfinished_of(tx, actor.self);
  for (std::size_t i = std::size_t(most_unfinished) - 1; i < unfinished.size(); ++i) let_go(tx, unfinished[i]);
}

}  // namespace

Result<wire::Room> see_room(gate::Call<gate::NoInput>& call, const Settings& settings) {
  return wire::Room{.used_bytes = q::used_bytes(call.tx, *call.actor.school).value_or(0),
                    .limit_bytes = settings.school_bytes,
                    .file_bytes = most_bytes,
                    .per_thing = per_thing};
}

Result<wire::Begun> begin_upload(gate::Call<Begin>& call, const Settings& settings) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const std::int64_t size = call.in.size_bytes;
  if (size <= 0) return invalid_at("/size_bytes", "uploads.empty");
  if (size > most_bytes) return refusal(Fault::too_large, "uploads.too_large");
  make_way(tx, actor);
  TRY(count(tx, *actor.school, *actor.party, size, settings.school_bytes));
  const auto id = tx.new_id<UploadId>();
  q::begin(tx, *actor.school, id, actor.person, *actor.party, tidy_name(call.in.name), size, tx.now());
  return wire::Begun{id, part_bytes, parts_of(size)};
}

Result<wire::Progress> see_progress(gate::Call<OneUpload>& call) {
  Tx& tx = call.tx;
  const auto upload = q::find_mine(tx, call.actor.self, *call.actor.school, call.in.upload);
  if (!upload) return not_found("uploads.no_upload");
  wire::Progress progress{upload->id, part_bytes, parts_of(upload->announced_bytes), {}, {}};
  for (const PartRow& part : q::parts_of(tx, upload->id)) progress.received.push_back(part.number);
  progress.file = q::finished_file(tx, upload->id);
  return progress;
}

Result<> drop_upload(gate::Call<OneUpload>& call) {
  const auto upload = q::find_mine(call.tx, call.actor.self, *call.actor.school, call.in.upload);
  if (!upload) return {};
  if (q::holders(call.tx, upload->id).value_or(0) > 0) return conflict("uploads.held");
  let_go(call.tx, *upload);
  return {};
}

}  // namespace uploads
