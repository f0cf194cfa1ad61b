// preau-thumbnail: opens pictures for the server, where nothing that a hostile file makes of it can reach anything. It reads a picture on
// its standard input, writes it anew in several sizes on its standard output, and goes on until the input ends.
#include <poll.h>
#include <unistd.h>
#include <cerrno>

#include "thumbnail/confine.h"
#include "thumbnail/paint.h"

namespace {

constexpr int idle_ms = 60'000;  // nothing came for so long: its memory is worth more elsewhere

bool read_all(void* into, std::size_t size) {
  auto* at = static_cast<char*>(into);
  while (size > 0) {
    const ssize_t got = ::read(STDIN_FILENO, at, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= std::size_t(got);
  }
  return true;
}

bool write_all(const void* from, std::size_t size) {
  const auto* at = static_cast<const char*>(from);
  while (size > 0) {
    const ssize_t written = ::write(STDOUT_FILENO, at, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    at += written;
    size -= std::size_t(written);
  }
  return true;
}

bool answer(const std::vector<thumbnail::Made>& made) {
  thumbnail::Answer answer{made.empty() ? thumbnail::Status::unreadable : thumbnail::Status::painted, {}};
  for (std::size_t i = 0; i < made.size(); ++i) {
    const auto& one = made[i];
    answer.form[i] = {one.type, std::uint32_t(one.width), std::uint32_t(one.height), std::uint32_t(one.content.size())};
  }
  if (!write_all(&answer, sizeof answer)) return false;
  for (const auto& one : made) {
    if (!write_all(one.content.data(), one.content.size())) return false;
  }
  return true;
}

bool something_comes() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, idle_ms) > 0;
}

}  // namespace

int main(int, char** arguments) {
  if (!thumbnail::warm_up(arguments[0]) || !thumbnail::confine()) return 1;
  thumbnail::Ask ask{};
  std::string picture;
  while (something_comes() && read_all(&ask, sizeof ask)) {
    if (ask.length > thumbnail::most_in) return 1;
    picture.resize(ask.length);
    if (!read_all(picture.data(), picture.size()) || !answer(thumbnail::paint(picture))) return 1;
  }
  // Without the library's own farewell: there is nothing to save, and it would ask for more than it may.
  ::_exit(0);
}
