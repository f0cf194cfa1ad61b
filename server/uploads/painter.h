#pragma once
#include <sys/types.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "uploads/wire.h"

namespace uploads {

/// One form of a picture, as the painter made it.
struct PaintedForm {
  Size size;
  Type type;
  std::int64_t width;
  std::int64_t height;
  std::string content;
};
/// `whole` first, then the smaller ones.
using Painted = std::vector<PaintedForm>;

/// A confined `preau-thumbnail` that opens pictures for us: whatever a hostile file makes of it, it can only answer wrongly or die. What it
/// answers is believed as little as what a stranger sends.
class Painter {
 public:
  /// After so many, another one takes its place.
  static constexpr int most_pictures = 100;

  /// Throws store::Fault (Cause::io) when the program cannot be started.
  explicit Painter(const std::string& program);
  ~Painter();
  Painter(const Painter&) = delete;

  /// Nothing when the picture cannot be read, or when the painter died of it (then `died`). At most 30 s.
  std::optional<Painted> paint(std::string_view picture);
  bool died() const { return died_; }
  int painted() const { return painted_; }
  /// It leaves by itself when nothing comes for a minute.
  bool still_there() const;

 private:
  pid_t process_ = -1;
  int socket_ = -1;
  bool died_ = false;
  int painted_ = 0;
};

}  // namespace uploads
