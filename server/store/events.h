#pragma once
#include "store/tx.h"

namespace store {

/// Says that something happened ("people.custody_changed"): one job for each listener that World names, in this transaction. Whoever
/// listens stands above and is not known here; nobody listening is no mistake. `payload` is JSON, the same for all.
void emit(Tx&, std::string_view event, std::string_view payload);

}  // namespace store
