#pragma once
#include <string_view>

#include "base/result.h"
#include "store/tx.h"

namespace notices {

/// Listens to "people.custody_changed" (people/custody.h): what had not yet reached that adult about that child never will. What had
/// reached them needs nothing: every reader's reach is read anew at each request.
Result<> cancel_after_custody(Tx&, std::string_view payload);

/// Listens to "people.hours_changed" (people/hours.h): what waits in that school for the end of quiet hours waits for the new ones.
Result<> move_to_new_hours(Tx&, std::string_view payload);

}  // namespace notices
