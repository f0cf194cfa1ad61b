#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "people/ids.h"

namespace uploads {

using UploadId = Id<struct UploadTag>;

/// What a file is, found in its bytes, never in its name. A HEIC picture is kept as JPEG: few browsers show HEIC.
enum class Type { jpeg, png, webp, pdf };
BOOST_DESCRIBE_ENUM(Type, jpeg, png, webp, pdf)

/// A picture as it was kept (at most 4096 px), or its longer side at most 1280 or 320 px. A PDF has only `whole`.
enum class Size { whole, large, small };
BOOST_DESCRIBE_ENUM(Size, whole, large, small)

/// Of `large` and `small`; JPEG for what cannot show WebP.
enum class Format { webp, jpeg };
BOOST_DESCRIBE_ENUM(Format, webp, jpeg)

namespace wire {

/// An upload that was begun: send parts 0, 1, 2…, each `part_bytes` long but the last, in any order.
struct Begun {
  UploadId upload;
  std::int64_t part_bytes;
  std::int64_t parts;  // how many
};
BOOST_DESCRIBE_STRUCT(Begun, (), (upload, part_bytes, parts))

/// A finished file, as whoever may read its thing sees it.
struct File {
  UploadId upload;
  std::string name;  // as its author called it, at most 120 characters
  Type type;
  std::int64_t size_bytes;             // of `whole`
  std::optional<std::int64_t> width;   // pixels of `whole`; pictures only
  std::optional<std::int64_t> height;  // which have the sizes `large` and `small` too
};
BOOST_DESCRIBE_STRUCT(File, (), (upload, name, type, size_bytes, width, height))

/// How far an upload is, for its author: which parts are there, and the file once it is finished.
struct Progress {
  UploadId upload;
  std::int64_t part_bytes;
  std::int64_t parts;
  std::vector<std::int64_t> received;  // numbers, ascending
  std::optional<File> file;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (upload, part_bytes, parts, received, file))

/// How full the school is, shown before sending.
struct Room {
  std::int64_t used_bytes;
  std::int64_t limit_bytes;
  std::int64_t file_bytes;  // the largest file
  std::int64_t per_thing;   // the most files on one thing
};
BOOST_DESCRIBE_STRUCT(Room, (), (used_bytes, limit_bytes, file_bytes, per_thing))

}  // namespace wire

}  // namespace uploads
