#include "app/demo/diary.h"

namespace app::demo {

void Diary::live(Millis until) {
  while (!acts_.empty() && acts_.begin()->first <= until) {
    const Millis before = clock_.now();
    const auto next = acts_.extract(acts_.begin());
    clock_.set(std::max(before, next.key()));
    if (clock_.now() / hours(1) != before / hours(1)) house_.jobs().run_due();
    next.mapped()();
  }
  acts_.clear();
  clock_.set(until);
  house_.jobs().run_due();
}

}  // namespace app::demo
