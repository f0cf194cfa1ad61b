#pragma once
#include <optional>
#include <span>

#include "base/result.h"
#include "notices/rows.h"

/// What notices tells the pages that are open (store/hints.h): never what, only that.
namespace notices {

/// "bell", and "note" with its id for a thing of kind "liaison.note".
void refresh(Tx&, std::span<const Hearer>, const Uuid& thing);

/// Something reaches these at `at`: now, or by a job when the hour comes.
void refresh_at(Tx&, Millis at, const Thing&, std::span<const Recipient>);
void refresh_at(Tx&, Millis at, const Thing&, const Desk&);

/// The job of `refresh_at`; what was moved or cancelled meanwhile refreshes nobody.
Result<> refresh_school(Tx&, std::string_view payload);
/// Its waiting things come due at another instant.
void refresh_school_at(Tx&, SchoolId, Millis at);

}  // namespace notices
