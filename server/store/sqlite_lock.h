#pragma once
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <string>

#include "store/fault.h"

namespace store {

/// Held while this process may write a SQLite file; the kernel lets go of it when the process ends, however it ends.
class SqliteLock {
 public:
  /// Throws Fault with Cause::busy when another process holds it.
  explicit SqliteLock(const std::string& database) : file_(::open((database + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (file_ < 0) throw Fault(Cause::other, "cannot make the lock file beside the database");
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      ::close(file_);
      throw Fault(Cause::busy, "another process writes this database");
    }
  }
  ~SqliteLock() { ::close(file_); }
  SqliteLock(const SqliteLock&) = delete;
  SqliteLock& operator=(const SqliteLock&) = delete;

 private:
  int file_;
};

}  // namespace store
