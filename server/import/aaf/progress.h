#pragma once
#include <chrono>
#include <ostream>
#include <string>

namespace aaf {

/// How far a long work is: one line rewritten in place on a terminal, with the time left; elsewhere a plain line at each tenth.
class Progress {
 public:
  Progress(std::ostream& out, bool terminal) : out_(out), terminal_(terminal) {}

  /// `done` of `all`, whatever they count; `said` is the line without the time left.
  void tell(std::uint64_t done, std::uint64_t all, const std::string& said);
  /// Before anything else is printed: the line is taken away, and the next tell() begins anew.
  void end();

 private:
  using Steady = std::chrono::steady_clock;  // a delay, not the time of day

  std::ostream& out_;
  bool terminal_;
  bool begun_ = false;
  Steady::time_point began_;
  Steady::time_point told_;
  std::uint64_t tenth_ = 0;
};

}  // namespace aaf
