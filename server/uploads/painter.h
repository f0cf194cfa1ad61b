#pragma once
#include <sys/types.h>
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

/// What became of a picture. After `died` and `late` its painter is of no more use.
enum class Fate { painted, unreadable, died, late };

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

  /// `painted` is given when it is Fate::painted. Late: the machine had no time for it, within two minutes.
  Fate paint(std::string_view picture, Painted& painted);
  int painted() const { return painted_; }
  /// It leaves by itself when nothing comes for a minute.
  bool still_there() const;

 private:
  pid_t process_ = -1;
  int socket_ = -1;
  int painted_ = 0;
};

}  // namespace uploads
