#pragma once
#include <span>
#include <string_view>

#include "gate/file.h"
#include "gate/plug.h"
#include "people/actor.h"
#include "store/tx.h"
#include "uploads/settings.h"
#include "uploads/wire.h"

/// Files that people attach to things of a room: received in parts, checked and cleaned, counted, kept on disk, served by the room.
///
/// A room that holds files:
///     std::vector<uploads::UploadId> files;                                  // a member of its In, at most 5
///     TRY(uploads::attach(tx, actor, in.files, {"liaison.note", note}));     // in the transaction that makes or changes the thing
///     wire.files = uploads::list_files(tx, {"liaison.note", note});          // std::vector<uploads::wire::File>
/// and serves them behind its own accessor, which asks the right over the thing:
///     route<GET>("/liaison/notes/{note}/files/{upload}", read, note_file)    // In: note, upload, optional size, optional format
///     Result<gate::File> note_file(call) { TRY(may_read(…)); return uploads::find_file(tx, upload, thing, size, format); }
namespace uploads {

/// What holds the files: kind is "room.noun", as notices say it.
struct Thing {
  std::string_view kind;
  Uuid id;
};
using ThingId = Id<struct ThingTag>;

/// The most files on one thing.
inline constexpr std::size_t per_thing = 5;

/// Makes these, in this order, the files of a thing the room found within the actor's reach. New ones must be the actor's own,
/// finished, and of the actor's school; those the thing already has may stay, whoever sent them. Those left out are let go.
///
/// Errors: invalid   — uploads.too_many_files, uploads.twice (at /files)
///         not_found — uploads.no_upload: not the actor's own, unfinished, or of another school
Result<> attach(Tx&, const Actor&, std::span<const UploadId>, const Thing&);

/// Lets all files of a thing go, at once: a thing that is deleted.
void detach_all(Tx&, const Thing&);

/// The files of one thing, in their order.
std::vector<wire::File> list_files(Tx&, const Thing&);

/// One file of one of several things.
struct FileOf {
  Uuid thing;
  wire::File file;
};
/// The files of several things of one kind (at most 512), for a list: by thing, each in its order.
std::vector<FileOf> list_files_of(Tx&, std::string_view kind, std::span<const ThingId>);

/// One file of a thing the actor may read, as a reply. Without size: `whole`; without format: WebP.
///
/// Errors: not_found — uploads.no_file: not of this thing, or a size it does not have
Result<gate::File> find_file(Tx&, UploadId, const Thing&, std::optional<Size> = {}, std::optional<Format> = {});

/// The routes of uploading and the jobs that clean up. Reading is the rooms' own.
gate::Plug plug(const Settings&);

}  // namespace uploads
