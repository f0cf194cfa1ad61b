#include "gate/hash_pool.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace gate {

struct HashPool::Inside {
  std::size_t most;
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<std::function<void()>> queue;
  bool stop = false;
  std::vector<std::thread> threads;

  void loop() {
    for (;;) {
      std::unique_lock lock(mutex);
      wake.wait(lock, [this] { return stop || !queue.empty(); });
      if (queue.empty()) return;
      const auto work = std::move(queue.front());
      queue.pop_front();
      lock.unlock();
      work();
    }
  }
};

HashPool::HashPool(int threads, std::size_t queue) : inside_(std::make_unique<Inside>()) {
  inside_->most = queue;
  for (int i = 0; i < threads; ++i) inside_->threads.emplace_back([this] { inside_->loop(); });
}

HashPool::~HashPool() {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->stop = true;
  }
  inside_->wake.notify_all();
  for (auto& thread : inside_->threads) thread.join();
}

bool HashPool::post(std::function<void()> work) {
  if (inside_->threads.empty()) return work(), true;
  {
    const std::lock_guard lock(inside_->mutex);
    if (inside_->queue.size() >= inside_->most) return false;
    inside_->queue.push_back(std::move(work));
  }
  inside_->wake.notify_one();
  return true;
}

}  // namespace gate
