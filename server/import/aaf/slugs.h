#pragma once
#include "import/aaf/staged.h"

namespace aaf {

/// The name a school has in addresses, for the new ones: its folded name, then with its commune, then with a number.
/// Made once, never changed: the addresses of a school outlive its name.
void give_slugs(Tx&);

}  // namespace aaf
