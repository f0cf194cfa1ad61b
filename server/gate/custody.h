#pragma once
#include <string_view>

#include "base/result.h"
#include "store/tx.h"

namespace gate {

/// The job that listens to "people.custody_changed" (people/custody.h): a decision about a child makes that adult's unused codes for
/// the child void. A code in someone's hand is asked again at the door, so the moment between is no gap (`guards_today`).
Result<> revoke_codes_after_custody(Tx&, std::string_view payload);

}  // namespace gate
