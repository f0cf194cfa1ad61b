#include "uploads/limits.h"
#include "uploads/queries.gen.h"
#include "uploads/verbs.h"

namespace uploads {

/// The file is written between two transactions: its fsync holds nobody up.
Result<gate::Hashing<void>> send_part(gate::Call<SendPart>& call, Workshop& workshop) {
  const Actor& actor = call.actor;
  const SendPart& in = call.in;
  const auto upload = q::find_mine(call.tx, actor.self, *actor.school, in.upload);
  if (!upload) return not_found("uploads.no_upload");
  if (upload->finished_at) return conflict("uploads.finished");
  if (in.part < 0 || in.part >= parts_of(upload->announced_bytes) ||
      std::int64_t(in.content.content.size()) != length_of_part(upload->announced_bytes, in.part))
    return invalid("uploads.wrong_part");

  auto blob = std::make_shared<BlobId>();
  gate::Hashing<void> parts;
  parts.post = [&workshop](std::function<void()> work) { return workshop.post(std::move(work)); };
  parts.hash = [blob, content = std::string(in.content.content), blobs = &call.tx.blobs(), random = &call.tx.random(), at = call.tx.now()] {
    *blob = blobs->put(content, *random, at);
  };
  parts.finish = [blob, self = actor.self, school = *actor.school, upload = in.upload, part = in.part](Tx& tx) -> Result<> {
    const auto still = q::find_mine(tx, self, school, upload);
    if (!still) return not_found("uploads.no_upload");
    if (still->finished_at) return conflict("uploads.finished");
    q::keep_part(tx, upload, part, *blob);
    return {};
  };
  return parts;
}

}  // namespace uploads
