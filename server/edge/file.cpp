#include "edge/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "base/crypto.h"
#include "base/log.h"
#include "edge/fields.h"
#include "edge/reply.h"

namespace edge {
namespace {

struct Part {
  std::int64_t from;
  std::int64_t size;
};

enum class Asks { all, part, nothing_there };

bool read_number(std::string_view text, std::int64_t& number) {
  if (text.empty() || text[0] < '0' || text[0] > '9') return false;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

// A range that cannot be read is as if it had not been sent (RFC 9110, 14.2).
Asks read_range(std::string_view range, std::int64_t size, Part& part) {
  constexpr std::string_view unit = "bytes=";
  if (range.size() <= unit.size() || !same_word(range.substr(0, unit.size()), unit)) return Asks::all;
  range.remove_prefix(unit.size());
  const auto dash = range.find('-');
  if (dash == range.npos || range.find(',') != range.npos) return Asks::all;
  const auto first = without_spaces(range.substr(0, dash));
  const auto last = without_spaces(range.substr(dash + 1));
  std::int64_t from = 0;
  std::int64_t until = size - 1;  // included
  if (first.empty()) {
    std::int64_t from_end = 0;
    if (!read_number(last, from_end)) return Asks::all;
    if (from_end == 0) return Asks::nothing_there;
    from = std::max<std::int64_t>(0, size - from_end);
  } else {
    if (!read_number(first, from)) return Asks::all;
    if (!last.empty()) {
      if (!read_number(last, until) || until < from) return Asks::all;
      until = std::min(until, size - 1);
    }
  }
  if (from >= size) return Asks::nothing_there;
  part = {from, until - from + 1};
  return Asks::part;
}

// One path is one content for ever, so its name names the content; hashed, since the path is nobody's business.
std::string tag_of(const gate::File& file) { return crypto::hex(crypto::sha256(file.path.native())).substr(0, 20); }

// ASCII for old readers, with what would need escaping left out.
std::string plain_name(std::string_view name) {
  std::string out;
  for (const char c : name) out += (c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' && c != '/') ? c : '_';
  return out;
}

// attr-char of RFC 8187; the rest in percent.
std::string encoded_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool alone = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    out += alone ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string disposition(const gate::File& file) {
  const std::string_view way = file.inline_ ? "inline" : "attachment";
  if (file.name.empty()) return std::string(way);
  return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", way, plain_name(file.name), encoded_name(file.name));
}

void add_fields(Reply& head, const gate::File& file) {
  head.headers.emplace_back("Content-Security-Policy", "sandbox; default-src 'none'");
  head.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
  head.headers.emplace_back("Content-Disposition", disposition(file));
  head.headers.emplace_back("Accept-Ranges", "bytes");
  head.headers.emplace_back("ETag", fmt::format("\"{}\"", tag_of(file)));
}

bool open_file(const gate::File& file, std::optional<OpenFile>& opened) {
  const int fd = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return false;
  opened.emplace(fd);
  struct stat found{};
  return ::fstat(fd, &found) == 0 && S_ISREG(found.st_mode) && found.st_size == file.size;
}

}  // namespace

OpenFile::~OpenFile() {
  if (fd_ >= 0) ::close(fd_);
}

FileReply file_reply(const Reply& reply, const Wanted& wanted) {
  const gate::File& file = *reply.file;
  FileReply out;
  out.head.headers = reply.headers;
  add_fields(out.head, file);
  if (names_tag(wanted.if_none_match, tag_of(file))) {
    out.head.status = 304;
    return out;
  }
  Part part{0, file.size};
  const bool same_file = wanted.if_range.empty() || wanted.if_range == fmt::format("\"{}\"", tag_of(file));
  const Asks asks = same_file ? read_range(wanted.range, file.size, part) : Asks::all;
  if (asks == Asks::nothing_there) {
    out.head = error_reply(416, "edge.no_such_range");
    out.head.headers.emplace_back("Content-Range", fmt::format("bytes */{}", file.size));
    return out;
  }
  std::optional<OpenFile> opened;
  if (!open_file(file, opened)) {
    logs::error("edge.file_unreadable");
    out.head = error_reply(500, "edge.file_unreadable");
    return out;
  }
  if (asks == Asks::part) {
    out.head.status = 206;
    out.head.headers.emplace_back("Content-Range", fmt::format("bytes {}-{}/{}", part.from, part.from + part.size - 1, file.size));
  }
  out.head.content_type = file.content_type;
  out.file.emplace(std::move(*opened));
  out.from = part.from;
  out.size = part.size;
  return out;
}

}  // namespace edge
