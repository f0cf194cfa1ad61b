#pragma once
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "edge/raw_client.h"

namespace edge {

/// A page that listens, frame by frame, right or wrong. Tests only.
class RawPage : public RawClient {
 public:
  struct Frame {
    int kind = 0;  // 1 text, 8 close, 9 ping, 10 pong
    std::string content;
    int code() const {
      return content.size() < 2 ? 0 : static_cast<unsigned char>(content[0]) * 256 + static_cast<unsigned char>(content[1]);
    }
  };

  using RawClient::RawClient;

  static std::string handshake(std::string_view path, std::string_view fields = "Origin: http://ecole\r\n") {
    return fmt::format(
        "GET {} HTTP/1.1\r\nHost: ecole\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{}\r\n",
        path, fields);
  }

  /// The answer to a handshake.
  std::string open(std::string_view path, std::string_view fields = "Origin: http://ecole\r\n") {
    send(handshake(path, fields));
    return reply();
  }

  /// As a browser sends it: masked, whole.
  static std::string frame(int kind, std::string_view content, bool last = true) {
    std::string out{char((last ? 0x80 : 0) | kind)};
    if (content.size() < 126) {
      out += char(0x80 | content.size());
    } else {
      out += char(0x80 | 126);
      out += char(content.size() >> 8);
      out += char(content.size() & 0xff);
    }
    constexpr std::string_view mask = "\x11\x22\x33\x44";
    out += mask;
    for (std::size_t i = 0; i < content.size(); ++i) out += char(content[i] ^ mask[i % 4]);
    return out;
  }

  /// The next frame of the server, which sends short ones; nothing when the connection ended, or stays silent for 5 s.
  std::optional<Frame> next() {
    while (kept().size() < 2 || kept().size() < 2 + std::size_t(kept()[1] & 0x7f)) {
      if (!receive()) return {};
    }
    Frame one{kept()[0] & 0x0f, kept().substr(2, std::size_t(kept()[1] & 0x7f))};
    forget(2 + one.content.size());
    return one;
  }
  /// The next that is neither ping nor pong.
  std::optional<Frame> next_said() {
    auto one = next();
    while (one && one->kind > 8) one = next();
    return one;
  }
  void answer_close() const { send(frame(8, "\x03\xe8")); }
};

}  // namespace edge
