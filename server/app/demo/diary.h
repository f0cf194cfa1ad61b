#pragma once
#include <functional>
#include <map>

#include "app/house.h"

namespace app::demo {

/// What is still to happen in the demo, moment by moment.
class Diary {
 public:
  Diary(House& house, FixedClock& clock) : house_(house), clock_(clock) {}

  using Act = std::function<void()>;
  /// Acts of one moment happen in the order they were written down; a moment that is past comes at once. An act may add others.
  void add(Millis at, Act act) { acts_.emplace(at, std::move(act)); }

  /// Moves the clock from act to act until `until`. What was to come later never happens. The jobs of the house run once an hour.
  void live(Millis until);

 private:
  House& house_;
  FixedClock& clock_;
  std::multimap<Millis, Act> acts_;
};

}  // namespace app::demo
