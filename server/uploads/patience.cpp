#include "uploads/patience.h"

namespace uploads {

Patience::Patience(pid_t painter) : known_(::clock_getcpuclockid(painter, &clock_) == 0) { used_before_ = used(); }

std::chrono::nanoseconds Patience::used() const {
  timespec time{};
  if (!known_ || ::clock_gettime(clock_, &time) != 0) return used_before_;  // it is gone: its end is heard on the socket
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace uploads
