#include "uploads/painter.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include "store/fault.h"
#include "thumbnail/protocol.h"
#include "uploads/header.h"
#include "uploads/patience.h"

namespace uploads {

namespace {

constexpr int between_looks_ms = 500;

/// The two ends are close-on-exec: no painter holds another's.
void open_pair(int (&ends)[2]) {
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) throw store::Fault(store::Cause::io, "uploads: no socket pair");
}

pid_t start(const std::string& program, int end) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, end, 0);
  posix_spawn_file_actions_adddup2(&actions, end, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawn_file_actions_addchdir_np(&actions, "/");
  std::string name = "preau-thumbnail";
  char* const arguments[] = {name.data(), nullptr};
  char* const environment[] = {nullptr};
  pid_t process = -1;
  const int wrong = ::posix_spawn(&process, program.c_str(), &actions, nullptr, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  if (wrong != 0) throw store::Fault(store::Cause::io, fmt::format("uploads: preau-thumbnail does not start {}", wrong));
  return process;
}

bool ready(int socket, short event, const Patience& patience) {
  while (!patience.over()) {
    pollfd one{socket, event, 0};
    const int found = ::poll(&one, 1, between_looks_ms);
    if (found > 0) return true;
    if (found < 0 && errno != EINTR) return false;
  }
  return false;
}

bool send_all(int socket, std::string_view bytes, const Patience& patience) {
  while (!bytes.empty()) {
    if (!ready(socket, POLLOUT, patience)) return false;
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(std::size_t(sent));
  }
  return true;
}

bool receive_all(int socket, char* into, std::size_t size, const Patience& patience) {
  while (size > 0) {
    if (!ready(socket, POLLIN, patience)) return false;
    const ssize_t got = ::recv(socket, into, size, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return false;
    into += got;
    size -= std::size_t(got);
  }
  return true;
}

template <class T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::optional<Type> type_of(thumbnail::Type type) {
  switch (type) {
    case thumbnail::Type::jpeg:
      return Type::jpeg;
    case thumbnail::Type::png:
      return Type::png;
    case thumbnail::Type::webp:
      return Type::webp;
    case thumbnail::Type::none:
      break;
  }
  return {};
}

Incoming incoming(Type type) {
  if (type == Type::png) return Incoming::png;
  return type == Type::webp ? Incoming::webp : Incoming::jpeg;
}

constexpr Size sizes[thumbnail::forms] = {Size::whole, Size::large, Size::large, Size::small, Size::small};
constexpr std::int64_t sides[thumbnail::forms] = {thumbnail::whole_side, thumbnail::large_side, thumbnail::large_side,
                                                  thumbnail::small_side, thumbnail::small_side};

/// What the bytes say themselves must be what the painter says of them.
bool is_as_told(const PaintedForm& form, std::int64_t longest) {
  const auto header = read_header(form.content);
  return header && header->type == incoming(form.type) && header->width == form.width && header->height == form.height &&
         std::max(form.width, form.height) <= longest;
}

std::optional<Painted> receive_forms(int socket, const thumbnail::Answer& answer, const Patience& patience) {
  std::uint64_t total = 0;
  for (const auto& form : answer.form) total += form.length;
  if (total > thumbnail::most_out) return {};
  Painted painted;
  for (std::size_t i = 0; i < thumbnail::forms; ++i) {
    const thumbnail::Form& told = answer.form[i];
    const auto type = type_of(told.type);
    if (!type) return {};
    PaintedForm form{sizes[i], *type, told.width, told.height, std::string(told.length, '\0')};
    if (!receive_all(socket, form.content.data(), form.content.size(), patience) || !is_as_told(form, sides[i])) return {};
    painted.push_back(std::move(form));
  }
  return painted;
}

}  // namespace

Painter::Painter(const std::string& program) {
  int ends[2];
  open_pair(ends);
  socket_ = ends[0];
  try {
    process_ = start(program, ends[1]);
  } catch (...) {
    ::close(ends[0]);
    ::close(ends[1]);
    throw;
  }
  ::close(ends[1]);
}

Painter::~Painter() {
  ::close(socket_);
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool Painter::still_there() const {
  pollfd one{socket_, POLLIN, 0};
  return ::poll(&one, 1, 0) == 0;  // it never speaks first: what can be read is its end
}

Fate Painter::paint(std::string_view picture, Painted& painted) {
  const Patience patience(process_);
  const thumbnail::Ask ask{std::uint32_t(picture.size())};
  thumbnail::Answer answer{};
  const bool answered = picture.size() <= thumbnail::most_in && send_all(socket_, bytes_of(ask), patience) &&
                        send_all(socket_, picture, patience) &&
                        receive_all(socket_, reinterpret_cast<char*>(&answer), sizeof answer, patience);
  ++painted_;
  if (answered && answer.status == thumbnail::Status::unreadable) return Fate::unreadable;
  if (answered && answer.status == thumbnail::Status::painted) {
    if (auto forms = receive_forms(socket_, answer, patience)) {
      painted = *std::move(forms);
      return Fate::painted;
    }
  }
  return patience.late() ? Fate::late : Fate::died;  // what lies about a form is as good as dead
}

}  // namespace uploads
