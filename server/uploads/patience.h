#pragma once
#include <sys/types.h>
#include <chrono>
#include <ctime>

namespace uploads {

/// How long a picture may keep its painter busy: so much of a processor. On a machine that has no time for it, it waits longer, not for
/// ever: that says nothing of the picture.
class Patience {
 public:
  explicit Patience(pid_t painter);
  /// Nothing more is waited for.
  bool over() const { return spent() > most_spent || late(); }
  bool late() const { return std::chrono::steady_clock::now() - began_ > longest; }

 private:
  static constexpr std::chrono::seconds most_spent{30};
  static constexpr std::chrono::seconds longest{120};
  /// Of a processor, since this was made.
  std::chrono::nanoseconds spent() const { return used() - used_before_; }
  std::chrono::nanoseconds used() const;

  clockid_t clock_{};
  bool known_ = false;
  std::chrono::nanoseconds used_before_{};
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace uploads
