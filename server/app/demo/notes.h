#pragma once
#include "app/house.h"

namespace app::demo {

/// A few notes, sent, read and signed through the API by the demo's people, so that no screen is empty on the first visit.
/// Throws store::Fault when the API refuses one: a bug of the demo itself.
void write_notes(House&);

}  // namespace app::demo
