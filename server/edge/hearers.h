#pragma once
#include <cstring>
#include <deque>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "edge/listener.h"

namespace edge {

/// The listeners of one lane, found by whom they hear for. Lives on the lane's thread.
class Hearers {
 public:
  /// `asked_at`: when the gate was asked. A change of standing that was told since, while the gate still answered of what was before,
  /// closes the listener at once.
  void add(std::shared_ptr<Listener>, Steady::time_point asked_at);
  void remove(const std::shared_ptr<Listener>&);
  void tell(const std::vector<store::Hint>&);
  void close_all(Leave);
  void check(Steady::time_point now);
  bool empty() const { return all_.empty(); }
  std::size_t size() const { return all_.size(); }

 private:
  struct HashOfUuid {
    std::size_t operator()(const Uuid& id) const noexcept {
      std::size_t low = 0;  // the last bytes are random: good enough as they are
      std::memcpy(&low, id.bytes.data() + id.bytes.size() - sizeof low, sizeof low);
      return low;
    }
  };
  struct Changed {
    Steady::time_point at;
    std::optional<Uuid> whose;  // none: everybody's
  };
  void tell(Listener&, const store::Hint&);
  void forget_old_changes(Steady::time_point now);

  std::unordered_set<std::shared_ptr<Listener>> all_;
  std::unordered_multimap<Uuid, std::shared_ptr<Listener>, HashOfUuid> by_id_;
  std::deque<Changed> changed_;
};

}  // namespace edge
