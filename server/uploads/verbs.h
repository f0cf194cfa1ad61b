#pragma once
#include "gate/bytes.h"
#include "gate/call.h"
#include "uploads/settings.h"
#include "uploads/wire.h"
#include "uploads/workshop.h"

/// How a file comes in: announced, sent in parts, finished. The paths and rights are in feature.cpp.
namespace uploads {

/// How full the school is.
Result<wire::Room> see_room(gate::Call<gate::NoInput>&, const Settings&);

struct Begin {
  std::string name;  // as the sender calls it; what it ends with is not believed
  std::int64_t size_bytes;
};
BOOST_DESCRIBE_STRUCT(Begin, (), (name, size_bytes))
/// Announces a file, and takes its place in the school's room. The oldest of too many unfinished ones makes way.
/// Errors: invalid      — uploads.empty (at /size_bytes)
///         too_large    — uploads.too_large
///         out_of_space — uploads.school_full
/// Source: STO-02, STO-04 (docs/requirements.md)
Result<wire::Begun> begin_upload(gate::Call<Begin>&, const Settings&);

struct OneUpload {
  UploadId upload;
};
BOOST_DESCRIBE_STRUCT(OneUpload, (), (upload))
/// What has arrived: after a cut, the sender goes on with what is missing.
/// Errors: not_found — uploads.no_upload (absent, somebody else's, expired)
Result<wire::Progress> see_progress(gate::Call<OneUpload>&);

struct SendPart {
  UploadId upload;
  std::int64_t part;  // from 0
  gate::Bytes content;
};
BOOST_DESCRIBE_STRUCT(SendPart, (), (upload, part, content))
/// Errors: not_found — uploads.no_upload
///         invalid   — uploads.wrong_part (no such number, or not its length)
///         conflict  — uploads.finished
Result<gate::Hashing<void>> send_part(gate::Call<SendPart>&, Workshop&);

struct Finish {
  UploadId upload;
  std::string sha256;  // of the whole file, 64 hexadecimal digits
};
BOOST_DESCRIBE_STRUCT(Finish, (), (upload, sha256))
/// Puts the parts together, finds what the file is, makes it anew without what it says of its author, and keeps it. Asked again, it
/// answers the same.
/// Errors: not_found    — uploads.no_upload
///         invalid      — uploads.corrupt (not what was sent: send every part again)
///         conflict     — uploads.missing_parts
///         unsupported  — uploads.not_a_type, uploads.not_readable
///         too_large    — uploads.too_many_pixels
///         out_of_space — uploads.school_full
///         busy         — uploads.slow
/// Source: STO-02, STO-04 (docs/requirements.md)
Result<gate::Hashing<wire::File>> finish_upload(gate::Call<Finish>&, Workshop&, const Settings&);

/// The sender wants it no more, unless a thing holds it. Asked twice, it is the same.
/// Errors: conflict — uploads.held
Result<> drop_upload(gate::Call<OneUpload>&);

}  // namespace uploads
