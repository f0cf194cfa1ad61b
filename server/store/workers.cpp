#include "store/workers.h"

namespace store {

Workers::Workers(int threads, std::chrono::milliseconds patience) : patience_(patience) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool Workers::post(Task task) {
  constexpr std::size_t most = 20'000;
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= most) return false;
    queue_.push_back(std::move(task));
  }
  wake_.notify_one();
  return true;
}

void Workers::loop() {
  for (;;) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stop_ || !queue_.empty(); });
    if (queue_.empty()) return;
    const Task task = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    const auto waited = std::chrono::steady_clock::now() - task.posted;
    waits_.add(waited);
    if (waited > patience_) {
      task.too_late();
    } else {
      task.run();
    }
  }
}

}  // namespace store
