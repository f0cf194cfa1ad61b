#pragma once
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>

namespace app::cli {

/// What travels through the hatch: a kind, four bytes of length (most significant first), the content.
struct Frame {
  enum class Kind : char { asked = 'a', out = 'o', err = 'e', exit = 'x' };
  Kind kind = Kind::asked;
  std::string content;
};

/// A connected socket, closed at the end of this object.
class Line {
 public:
  explicit Line(int socket) : socket_(socket) {}
  ~Line();
  Line(const Line&) = delete;
  /// False when the other side is gone.
  bool send(Frame::Kind, std::string_view content);
  /// Nothing when the other side is gone, or says what no frame says.
  std::optional<Frame> receive();
  int socket() const { return socket_; }

 private:
  bool read(char* at, std::size_t size);
  int socket_;
};

/// What is printed into it leaves as frames of one kind: at each flush, at most some thousand bytes each.
class Sending : public std::streambuf {
 public:
  Sending(Line& line, Frame::Kind kind) : line_(line), kind_(kind) {}

 protected:
  int_type overflow(int_type) override;
  std::streamsize xsputn(const char*, std::streamsize) override;
  int sync() override;

 private:
  Line& line_;
  Frame::Kind kind_;
  std::string waiting_;
};

}  // namespace app::cli
