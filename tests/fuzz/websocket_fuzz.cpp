#include <sys/socket.h>
#include <unistd.h>

#include "edge/listener.h"
#include "fuzz.h"

// What a page says on its socket, in two pieces with a hint told between them, then nothing more: the listener ends, and what it sent is
// whole, short frames of which none follows the close.
namespace asio = boost::asio;

namespace {

constexpr int most_rounds = 100;  // of the loop, to send what is ready to go
const store::Hint bell{{}, "bell", {}};

struct Page {
  asio::io_context& io;
  int own = -1;
  std::shared_ptr<edge::Listener> listener;
  std::string heard;

  explicit Page(asio::io_context& loop) : io(loop) {
    int ends[2];
    fuzz::promise(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    own = ends[0];
    static const edge::LiveLimits limits;
    edge::tcp::socket theirs(io, edge::tcp::v4(), ends[1]);
    listener = std::make_shared<edge::Listener>(std::move(theirs), limits, gate::Live{{Uuid{}}, 60'000});
    asio::co_spawn(io, listener->run("dGhlIHNhbXBsZSBub25jZQ=="), asio::detached);
    turn();
    fuzz::promise(heard.starts_with("HTTP/1.1 101 ") && heard.ends_with("\r\n\r\n"));
    heard.clear();
  }
  Page(const Page&) = delete;
  ~Page() { ::close(own); }

  /// Lets everything that is ready happen, and takes in what was sent meanwhile.
  void turn() {
    io.poll();
    char part[4096];
    for (ssize_t n = 0; (n = ::recv(own, part, sizeof part, MSG_DONTWAIT)) > 0;) heard.append(part, std::size_t(n));
  }
  void say(std::string_view bytes) {
    while (!bytes.empty() && !io.stopped()) {
      const ssize_t n = ::send(own, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
      if (n > 0) bytes.remove_prefix(std::size_t(n));
      turn();
    }
  }
  /// Says no more. Whoever was answered by a close frame is dropped a moment later, as the lane does; the others end by themselves.
  void end() {
    ::shutdown(own, SHUT_WR);
    for (int round = 0; round < most_rounds && !io.stopped(); ++round) turn();
    listener->check(edge::Steady::now() + std::chrono::seconds(1));
    turn();
    fuzz::promise(io.stopped());
  }
};

/// Of frames as a server may send them: last of their message, unmasked, and no longer than a control frame.
bool well_said(std::string_view bytes) {
  constexpr int text = 1;
  constexpr int closing = 8;
  constexpr int pong = 10;
  while (!bytes.empty()) {
    if (bytes.size() < 2 || (bytes[0] & 0xf0) != 0x80 || (bytes[1] & 0x80) != 0) return false;
    const int kind = bytes[0] & 0x0f;
    const auto whole = 2 + std::size_t(bytes[1]);
    if ((kind != text && kind != closing && kind != pong) || whole > 2 + 125 || whole > bytes.size()) return false;
    if (kind == text && bytes.substr(2, whole - 2) != R"({"hint":"bell"})") return false;
    bytes.remove_prefix(whole);
    if (kind == closing) return bytes.empty();
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static asio::io_context loop(1);
  loop.restart();
  const auto input = fuzz::text(bytes, size);
  Page page(loop);
  page.say(input.substr(0, size / 2));
  page.listener->tell(bell);
  page.say(input.substr(size / 2));
  page.end();
  fuzz::promise(well_said(page.heard));
  return 0;
}
