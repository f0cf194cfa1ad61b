#include <algorithm>

#include "uploads/queries.gen.h"
#include "uploads/rights.h"
#include "uploads/uploads.h"

namespace uploads {

namespace {

wire::File file_of(const FileRow& row) { return {row.upload, row.name, row.type, row.size_bytes, row.width, row.height}; }

std::string_view content_type(Type type) {
  switch (type) {
    case Type::jpeg:
      return "image/jpeg";
    case Type::png:
      return "image/png";
    case Type::webp:
      return "image/webp";
    case Type::pdf:
      break;
  }
  return "application/pdf";
}

bool holds_twice(std::span<const UploadId> ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (std::find(ids.begin(), ids.begin() + std::ptrdiff_t(i), ids[i]) != ids.begin() + std::ptrdiff_t(i)) return true;
  }
  return false;
}

}  // namespace

Result<> attach(Tx& tx, const Actor& actor, std::span<const UploadId> ids, const Thing& thing) {
  if (ids.size() > per_thing) return invalid_at("/files", "uploads.too_many_files");
  if (holds_twice(ids)) return invalid_at("/files", "uploads.twice");
  const SchoolId school = actor.school.value_or(SchoolId{});
  if (!ids.empty() && q::attachable(tx, actor.self, school, thing.kind, thing.id, ids).size() < ids.size())
    return not_found("uploads.no_upload");
  q::detach(tx, thing.kind, thing.id);
  std::vector<Attached> rows;
  for (const UploadId id : ids) rows.push_back({std::string(thing.kind), thing.id, id, std::int64_t(rows.size()), tx.now()});
  if (!rows.empty()) q::attach(tx, rows);
  return {};
}

void detach_all(Tx& tx, const Thing& thing) { q::detach(tx, thing.kind, thing.id); }

std::vector<wire::File> list_files(Tx& tx, const Thing& thing) {
  ThingId id;
  id.bytes = thing.id.bytes;
  std::vector<wire::File> files;
  for (const FileRow& row : q::files_of(tx, thing.kind, std::span(&id, 1))) files.push_back(file_of(row));
  return files;
}

std::vector<FileOf> list_files_of(Tx& tx, std::string_view kind, std::span<const ThingId> things) {
  std::vector<FileOf> files;
  if (things.empty()) return files;
  for (const FileRow& row : q::files_of(tx, kind, things)) files.push_back({row.thing, file_of(row)});
  return files;
}

Result<gate::File> find_file(Tx& tx, UploadId upload, const Thing& thing, std::optional<Size> size, std::optional<Format> format) {
  std::optional<Type> type;
  if (size.value_or(Size::whole) != Size::whole) type = format == Format::jpeg ? Type::jpeg : Type::webp;
  const auto served = q::served(tx, thing.kind, thing.id, upload, size.value_or(Size::whole), type);
  if (!served) return not_found("uploads.no_file");
  return gate::File{.path = tx.blobs().path_of(served->blob),
                    .size = served->size_bytes,
                    .content_type = std::string(content_type(served->type)),
                    .name = served->name,
                    .inline_ = served->type != Type::pdf};
}

}  // namespace uploads
