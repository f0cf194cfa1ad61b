#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "edge/http.h"

namespace edge {

/// What a request says about the part of a file it wants.
struct Wanted {
  std::string range;          // "bytes=0-99"
  std::string if_range;       // a tag: the range, if the file is still that one
  std::string if_none_match;  // tags: nothing, if it is one of them
};

/// An open file of the disk, closed when this ends.
class OpenFile {
 public:
  explicit OpenFile(int fd) : fd_(fd) {}
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  OpenFile& operator=(OpenFile&&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

/// A file on its way out.
struct FileReply {
  Reply head;  // without a body; a whole reply (304, 416, 500) when `file` is absent
  std::optional<OpenFile> file;
  std::int64_t from = 0;  // bytes
  std::int64_t size = 0;  // how many of them leave
};

/// Opens the file and says what leaves of it: all (200), one range (206), nothing (304, 416), or 500 when the disk holds another file
/// than the database says. Several ranges at once get the whole file.
/// Source: RFC 9110, sections 13 and 14; RFC 8187; rule 28 of docs/sources.md#security
FileReply file_reply(const Reply&, const Wanted&);

}  // namespace edge
