#pragma once
#include "store/blobs.h"
#include "uploads/uploads.h"

/// Rows that the queries of uploads fill and take.
namespace uploads {

using store::BlobId;

/// An upload as its author's verbs know it.
struct Known {
  UploadId id;
  SchoolId school;
  PartyId party;
  std::string name;
  std::int64_t announced_bytes;
  std::int64_t counted_bytes;
  Millis made_at;
  std::optional<Millis> finished_at;
};
BOOST_DESCRIBE_STRUCT(Known, (), (id, school, party, name, announced_bytes, counted_bytes, made_at, finished_at))

struct PartRow {
  std::int64_t number;
  BlobId blob;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (number, blob))

/// One form of a finished file.
struct Form {
  UploadId upload;
  Size size;
  Type type;
  BlobId blob;
  std::int64_t size_bytes;
  std::vector<unsigned char> sha256;
  std::optional<std::int64_t> width;
  std::optional<std::int64_t> height;
};
BOOST_DESCRIBE_STRUCT(Form, (), (upload, size, type, blob, size_bytes, sha256, width, height))

/// A form that is to be served.
struct Served {
  BlobId blob;
  std::string name;
  Type type;
  std::int64_t size_bytes;
};
BOOST_DESCRIBE_STRUCT(Served, (), (blob, name, type, size_bytes))

struct Attached {
  std::string kind;
  Uuid thing;
  UploadId upload;
  std::int64_t place;
  Millis attached_at;
};
BOOST_DESCRIBE_STRUCT(Attached, (), (kind, thing, upload, place, attached_at))

/// One file of one of several things, flat.
struct FileRow {
  Uuid thing;
  UploadId upload;
  std::string name;
  Type type;
  std::int64_t size_bytes;
  std::optional<std::int64_t> width;
  std::optional<std::int64_t> height;
};
BOOST_DESCRIBE_STRUCT(FileRow, (), (thing, upload, name, type, size_bytes, width, height))

}  // namespace uploads
