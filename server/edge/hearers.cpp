#include "edge/hearers.h"

#include <algorithm>

namespace edge {

namespace {
constexpr std::size_t most_of_one = 24;                    // sockets for one person on one lane: tabs and devices, with room to spare
constexpr auto changes_matter = std::chrono::seconds(15);  // longer than a request may take
}  // namespace

void Hearers::add(std::shared_ptr<Listener> listener, Steady::time_point asked_at) {
  const auto& hears = listener->hears();
  const bool changed_since = std::any_of(changed_.begin(), changed_.end(), [&](const Changed& change) {
    return change.at >= asked_at && (!change.whose || std::find(hears.begin(), hears.end(), *change.whose) != hears.end());
  });
  const bool too_many = !hears.empty() && by_id_.count(hears.front()) >= most_of_one;
  for (const Uuid& id : hears) by_id_.emplace(id, listener);
  if (changed_since || too_many) listener->close(changed_since ? Leave::ask_again : Leave::not_spoken_to);
  all_.insert(std::move(listener));
}

void Hearers::remove(const std::shared_ptr<Listener>& listener) {
  for (const Uuid& id : listener->hears()) {
    const auto [first, last] = by_id_.equal_range(id);
    const auto found = std::find_if(first, last, [&](const auto& one) { return one.second == listener; });
    if (found != last) by_id_.erase(found);
  }
  all_.erase(listener);
}

void Hearers::tell(Listener& listener, const store::Hint& hint) {
  if (hint.about == store::standing) return listener.close(Leave::ask_again);
  listener.tell(hint);
}

void Hearers::tell(const std::vector<store::Hint>& hints) {
  for (const store::Hint& hint : hints) {
    if (hint.about == store::standing) changed_.push_back({Steady::now(), hint.to});
    if (!hint.to) {
      for (const auto& listener : all_) tell(*listener, hint);
      continue;
    }
    const auto [first, last] = by_id_.equal_range(*hint.to);
    for (auto one = first; one != last; ++one) tell(*one->second, hint);
  }
}

void Hearers::close_all(Leave why) {
  for (const auto& listener : all_) listener->close(why);
}

void Hearers::check(Steady::time_point now) {
  forget_old_changes(now);
  for (const auto& listener : all_) listener->check(now);
}

void Hearers::forget_old_changes(Steady::time_point now) {
  while (!changed_.empty() && now - changed_.front().at > changes_matter) changed_.pop_front();
}

}  // namespace edge
