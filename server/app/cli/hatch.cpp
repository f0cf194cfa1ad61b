#include "app/cli/hatch.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstring>
#include <filesystem>
#include <thread>

#include "app/cli/cli.h"
#include "app/cli/frames.h"
#include "app/cli/writing.h"
#include "app/house.h"
#include "base/json.h"
#include "base/log.h"

namespace app::cli {

namespace {

/// What the command line asks for.
struct Asked {
  std::vector<std::string> words;  // without the program's name
  std::string folder;              // where it was called
  bool terminal = false;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (words, folder, terminal))

bool address_of(const std::string& path, sockaddr_un& address) {
  address = {};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return false;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return true;
}

const sockaddr* plain(const sockaddr_un& address) { return reinterpret_cast<const sockaddr*>(&address); }

/// The user who holds the other end, as the kernel knows: this program's own, or root.
bool from_ourselves(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
  return peer.uid == ::geteuid() || peer.uid == 0;
}

std::optional<Asked> asked_in(const Frame& frame) {
  json::Problems problems;
  Asked asked;
  if (const auto value = json::parse(frame.content, problems)) json::read(*value, asked, nullptr, problems);
  if (frame.kind != Frame::Kind::asked || !problems.empty()) return {};
  return asked;
}

class Listening : public Hatch {
 public:
  Listening(House& house, int socket, std::string path)
      : house_(house), socket_(socket), path_(std::move(path)), thread_([this] { loop(); }) {}
  ~Listening() override {
    ::shutdown(socket_, SHUT_RDWR);  // wakes whoever waits in accept
    thread_.join();
    ::close(socket_);
    ::unlink(path_.c_str());
  }

 private:
  void loop() {
    for (;;) {
      const int one = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
      if (one < 0 && errno == EINTR) continue;
      if (one < 0) return;
      Line line(one);
      const timeval patience{5, 0};  // to say what is asked
      ::setsockopt(one, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
      if (from_ourselves(one)) serve(line);
    }
  }

  void serve(Line& line) {
    const auto frame = line.receive();
    const auto asked = frame ? asked_in(*frame) : std::nullopt;
    if (!asked) return;
    Sending out(line, Frame::Kind::out);
    Sending err(line, Frame::Kind::err);
    std::ostream out_stream(&out);
    std::ostream err_stream(&err);
    err_stream << std::unitbuf;
    Inside inside{house_.database(), house_.config(), {out_stream, err_stream, asked->terminal}, asked->folder};
    logs::info("hatch.began");
    const int exit = run_writing(asked->words, inside);
    logs::info("hatch.ended", logs::number("exit", exit));
    out_stream.flush();
    line.send(Frame::Kind::exit, std::to_string(exit));
  }

  House& house_;
  int socket_;
  std::string path_;
  std::thread thread_;
};

}  // namespace

std::string hatch_path(const Config& config) { return config.data + "/preau.sock"; }

std::unique_ptr<Hatch> Hatch::open(House& house) {
  const std::string path = hatch_path(house.config());
  sockaddr_un address{};
  if (!address_of(path, address)) return {};
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return {};
  ::unlink(path.c_str());  // left by one that was killed
  const mode_t before = ::umask(0177);
  const bool bound = ::bind(socket, plain(address), sizeof address) == 0;
  ::umask(before);
  if (bound && ::listen(socket, 8) == 0) return std::make_unique<Listening>(house, socket, path);
  ::close(socket);
  return {};
}

std::optional<int> hand_over(const Config& config, const std::vector<std::string>& words, const Screen& screen) {
  sockaddr_un address{};
  if (!address_of(hatch_path(config), address)) return {};
  Line line(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (::connect(line.socket(), plain(address), sizeof address) != 0) return {};
  if (!from_ourselves(line.socket())) return {};
  const Asked asked{words, std::filesystem::current_path().string(), screen.terminal};
  if (!line.send(Frame::Kind::asked, json::to_json(asked))) return {};
  while (const auto frame = line.receive()) {
    if (frame->kind == Frame::Kind::exit) return std::atoi(frame->content.c_str());
    std::ostream& to = frame->kind == Frame::Kind::err ? screen.err : screen.out;
    to << frame->content << std::flush;
  }
  screen.warn("Le serveur s’est arrêté pendant ce travail : ce qui était fini est gardé. Recommencez.\n");
  return refused;
}

}  // namespace app::cli
