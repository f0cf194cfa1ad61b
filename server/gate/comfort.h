#pragma once
#include "gate/call.h"
#include "gate/wire.h"

/// How a person wants to read. It is theirs, whatever the device: kept with the account, told to its holder alone.
namespace gate {

/// What the person chose last, on any device; nothing when they never chose.
std::optional<wire::Comfort> comfort_of(Tx&, PersonId);

/// Keeps the choice. It has no version: of two devices the last one is right, and only its owner ever writes it.
Result<> keep_comfort(Call<wire::Comfort>&);

}  // namespace gate
