#pragma once
#include "features/settings/year_wire.h"
#include "gate/call.h"

namespace settings {

/// What stays to be done about families and classes, each with its action in the page. What decisions of custody tell, and who asked for
/// contact data kept apart, is the head's alone.
Result<wire::ToDo> list_to_do(gate::Call<gate::NoInput>&);

}  // namespace settings
