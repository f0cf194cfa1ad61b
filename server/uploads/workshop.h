#pragma once
#include <mutex>
#include <vector>

#include "base/result.h"
#include "gate/hash_pool.h"
#include "uploads/painter.h"
#include "uploads/settings.h"

namespace uploads {

/// The few threads that write and look at files, outside any transaction, and the confined processes that open pictures for them: as many
/// as threads at most, begun when first needed, and gone when nothing came for a minute.
class Workshop {
 public:
  explicit Workshop(const Settings&);

  /// False when too much waits already.
  bool post(std::function<void()> work) { return threads_.post(std::move(work)); }
  /// The picture made anew, in every size. Takes up to some seconds.
  /// Errors: unsupported — uploads.not_readable
  ///         busy        — uploads.slow (the machine has no time for it now)
  Result<Painted> paint(std::string_view picture);

 private:
  std::unique_ptr<Painter> take();
  const std::string program_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Painter>> idle_;
  gate::HashPool threads_;
};

}  // namespace uploads
