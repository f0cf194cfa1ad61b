#include "base/crypto.h"
#include "store/audit.h"
#include "uploads/check.h"
#include "uploads/limits.h"
#include "uploads/names.h"
#include "uploads/queries.gen.h"
#include "uploads/usage.h"
#include "uploads/verbs.h"

namespace uploads {

namespace {

/// What the slow part finds, for the transaction that follows it.
struct Checking {
  std::vector<BlobId> parts;
  std::string sha256;
  std::vector<Form> forms;
  std::optional<Error> refused;
};

/// The whole file; nothing when a part has left the disk.
std::optional<std::string> put_together(const store::Blobs& blobs, const std::vector<BlobId>& parts) {
  std::string content;
  for (const BlobId part : parts) {
    const auto piece = blobs.get(part);
    if (!piece) return {};
    content += *piece;
  }
  return content;
}

Form keep_form(const store::Blobs& blobs, Random& random, Millis at, UploadId upload, const CheckedForm& form) {
  const auto hash = crypto::sha256(form.content);
  Form row{
      upload, form.size, form.type, blobs.put(form.content, random, at), std::int64_t(form.content.size()), {hash.begin(), hash.end()}};
  if (form.width > 0) row.width = form.width, row.height = form.height;
  return row;
}

Result<std::vector<Form>> look_at(const Checking& checking, UploadId upload, Workshop& workshop, const store::Blobs& blobs, Random& random,
                                  Millis at) {
  auto content = put_together(blobs, checking.parts);
  if (!content) return conflict("uploads.missing_parts");
  if (crypto::hex(crypto::sha256(*content)) != checking.sha256) return invalid("uploads.corrupt");
  const auto checked = TRY(check(*std::move(content), workshop));
  std::vector<Form> forms;
  for (const CheckedForm& form : checked) forms.push_back(keep_form(blobs, random, at, upload, form));
  return forms;
}

/// Makes the checked file the upload's own, once.
Result<wire::File> keep(Tx& tx, const Known& upload, const Checking& checking, const Settings& settings) {
  std::int64_t bytes = 0;
  for (const Form& form : checking.forms) bytes += form.size_bytes;
  TRY(count(tx, upload.school, upload.party, bytes - upload.counted_bytes, settings.school_bytes));
  const Form& whole = checking.forms.front();
  q::finish(tx, upload.id, named(upload.name, whole.type), whole.type, whole.sha256, bytes, tx.now());
  q::add_forms(tx, checking.forms);
  q::drop_parts(tx, upload.id);
  forget_files(tx, checking.parts);
  return q::finished_file(tx, upload.id).value();
}

void tell_audit(Tx& tx, PersonId person, Profile profile, const Known& upload) {
  store::audit(tx, {.act = "uploads.finish",
                    .person = person,
                    .profile = std::string(described::name_of(profile)),
                    .school = upload.school,
                    .thing = upload.id});
}

}  // namespace

Result<gate::Hashing<wire::File>> finish_upload(gate::Call<Finish>& call, Workshop& workshop, const Settings& settings) {
  const Actor& actor = call.actor;
  const auto upload = q::find_mine(call.tx, actor.self, *actor.school, call.in.upload);
  if (!upload) return not_found("uploads.no_upload");
  auto checking = std::make_shared<Checking>();
  checking->sha256 = call.in.sha256;
  for (const PartRow& part : q::parts_of(call.tx, upload->id)) checking->parts.push_back(part.blob);
  if (!upload->finished_at && std::int64_t(checking->parts.size()) < parts_of(upload->announced_bytes))
    return conflict("uploads.missing_parts");

  gate::Hashing<wire::File> parts;
  parts.post = [&workshop](std::function<void()> work) { return workshop.post(std::move(work)); };
  parts.hash = [checking, id = upload->id, done = upload->finished_at.has_value(), &workshop, blobs = &call.tx.blobs(),
                random = &call.tx.random(), at = call.tx.now()] {
    if (done) return;
    auto forms = look_at(*checking, id, workshop, *blobs, *random, at);
    if (forms) {
      checking->forms = *std::move(forms);
    } else {
      checking->refused = std::move(forms).error();
    }
  };
  parts.finish = [checking, id = upload->id, settings, self = actor.self, school = *actor.school, person = actor.person,
                  profile = actor.profile](Tx& tx) -> Result<wire::File> {
    const auto still = q::find_mine(tx, self, school, id);
    if (!still) return not_found("uploads.no_upload");
    if (still->finished_at) return q::finished_file(tx, id).value();  // asked twice: the first one made it
    if (checking->refused) return std::unexpected(*checking->refused);
    auto file = TRY(keep(tx, *still, *checking, settings));
    tell_audit(tx, person, profile, *still);
    return file;
  };
  return parts;
}

}  // namespace uploads
