#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>

namespace edge {

/// A client that sends any bytes, right or wrong, to a loopback port. Tests only.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(fd_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
  }
  ~RawClient() { ::close(fd_); }
  RawClient(const RawClient&) = delete;

  bool connected() const { return connected_; }

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return;  // the other side has closed: what it answered tells why
      bytes.remove_prefix(std::size_t(n));
    }
  }
  /// Lets the kernel keep little of what is not read.
  void keep_little() const {
    const int bytes = 2048;
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  }
  void say_no_more() const { ::shutdown(fd_, SHUT_WR); }

  /// One reply, by its Content-Length; what comes after it is kept for the next. "" when the connection ends before.
  std::string reply(bool head_only = false) {
    for (;;) {
      const auto end = kept_.find("\r\n\r\n");
      if (end != std::string::npos) {
        const auto at = kept_.find("Content-Length: ");
        const bool sized = !head_only && at != std::string::npos && at < end;
        const std::size_t size = end + 4 + (sized ? std::strtoul(kept_.c_str() + at + 16, nullptr, 10) : 0);
        if (kept_.size() >= size) {
          std::string one = kept_.substr(0, size);
          kept_.erase(0, size);
          return one;
        }
      }
      if (!receive()) return {};
    }
  }
  /// Everything until the other side closes; `closed` tells whether it did, within 5 s.
  std::string rest() {
    while (receive()) {
    }
    return std::exchange(kept_, {});
  }
  bool closed() const { return closed_; }

 protected:
  const std::string& kept() const { return kept_; }
  void forget(std::size_t bytes) { kept_.erase(0, bytes); }
  bool receive() {
    pollfd waiting{fd_, POLLIN, 0};
    if (closed_ || ::poll(&waiting, 1, 5000) <= 0) return false;
    char bytes[16384];
    const ssize_t n = ::recv(fd_, bytes, sizeof bytes, 0);
    if (n <= 0) closed_ = true;
    if (n > 0) kept_.append(bytes, std::size_t(n));
    return n > 0;
  }

 private:
  int fd_;
  bool connected_ = false;
  bool closed_ = false;
  std::string kept_;
};

}  // namespace edge
