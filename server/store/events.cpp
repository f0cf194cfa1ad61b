#include "store/events.h"

#include "store/jobs.h"

void store::emit(Tx& tx, std::string_view event, std::string_view payload) {
  const auto [first, last] = tx.listeners().equal_range(std::string(event));
  for (auto listener = first; listener != last; ++listener) add_job(tx, listener->second, payload, tx.now());
}
