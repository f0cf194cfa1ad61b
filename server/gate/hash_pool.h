#pragma once
#include <functional>
#include <memory>

namespace gate {

/// The few threads that hash passwords, apart from all others: a storm at the doors leaves those who are in alone.
/// At most `queue` wait; the next is told so at once. Each hash takes about 19 MiB and 25 ms of one core.
class HashPool {
 public:
  /// threads 0: hashes on the calling thread (tests, command line).
  HashPool(int threads, std::size_t queue);
  ~HashPool();
  /// False when it is full: `work` will not run.
  bool post(std::function<void()> work);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace gate
