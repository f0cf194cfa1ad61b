#include "import/aaf/progress.h"

#include "import/aaf/words.gen.h"

namespace aaf {

namespace {

std::string time_left(std::chrono::steady_clock::duration spent, std::uint64_t done, std::uint64_t all) {
  const double seconds = std::chrono::duration<double>(spent).count();
  if (seconds < 2 || done == 0) return "";  // too early to tell
  const auto left = std::int64_t(seconds * double(all - done) / double(done)) + 1;
  const std::string said = left < 90 ? words::fill(words::Key::left_seconds, {{"n", std::to_string(left)}})
                                     : words::fill(words::Key::left_minutes, {{"n", std::to_string((left + 59) / 60)}});
  return words::fill(words::Key::time_left, {{"left", said}});
}

}  // namespace

void Progress::tell(std::uint64_t done, std::uint64_t all, const std::string& said) {
  const auto now = Steady::now();
  if (!begun_) {
    begun_ = true;
    began_ = now;
    told_ = {};
    tenth_ = 0;
  }
  if (terminal_) {
    if (now - told_ < std::chrono::milliseconds(100)) return;
    told_ = now;
    out_ << "\r\x1b[K" << said << time_left(now - began_, done, all) << std::flush;
    return;
  }
  const std::uint64_t tenth = all == 0 ? 10 : std::min<std::uint64_t>(10, done * 10 / all);
  if (tenth <= tenth_) return;
  tenth_ = tenth;
  out_ << said << '\n' << std::flush;
}

void Progress::end() {
  if (begun_ && terminal_) out_ << "\r\x1b[K" << std::flush;
  begun_ = false;
}

}  // namespace aaf
