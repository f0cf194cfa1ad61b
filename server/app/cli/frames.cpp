#include "app/cli/frames.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace app::cli {

namespace {
constexpr std::size_t longest = 1 << 20;
constexpr std::size_t head_size = 5;
}  // namespace

Line::~Line() { ::close(socket_); }

bool Line::send(Frame::Kind kind, std::string_view content) {
  std::string bytes;
  bytes += static_cast<char>(kind);
  for (int shift = 24; shift >= 0; shift -= 8) bytes += char(content.size() >> shift & 0xff);
  bytes += content;
  for (std::string_view rest = bytes; !rest.empty();) {
    const ssize_t sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    rest.remove_prefix(std::size_t(sent));
  }
  return true;
}

bool Line::read(char* at, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::recv(socket_, at, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= std::size_t(got);
  }
  return true;
}

std::optional<Frame> Line::receive() {
  std::array<char, head_size> head{};
  if (!read(head.data(), head.size())) return {};
  std::size_t size = 0;
  for (std::size_t i = 1; i < head_size; ++i) size = size << 8 | static_cast<unsigned char>(head[i]);
  if (size > longest || std::string_view("aoex").find(head[0]) == std::string_view::npos) return {};
  Frame frame{Frame::Kind(head[0]), std::string(size, '\0')};
  if (!read(frame.content.data(), size)) return {};
  return frame;
}

Sending::int_type Sending::overflow(int_type c) {
  if (c != traits_type::eof()) {
    const char one = traits_type::to_char_type(c);
    xsputn(&one, 1);
  }
  return traits_type::not_eof(c);
}

std::streamsize Sending::xsputn(const char* text, std::streamsize size) {
  constexpr std::size_t enough = 4096;
  waiting_.append(text, std::size_t(size));
  if (waiting_.size() >= enough) sync();
  return size;
}

int Sending::sync() {
  // Whoever asked may have gone: the verb goes on all the same.
  if (!waiting_.empty()) line_.send(kind_, waiting_);
  waiting_.clear();
  return 0;
}

}  // namespace app::cli
