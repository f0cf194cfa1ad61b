#pragma once
#include "store/database.h"

namespace store {

/// One reading transaction from a process that need not be the server: takes no lock, changes nothing. Throws Fault when the database
/// cannot be opened.
Outcome glance(const Options&, const World&, const Work&);

}  // namespace store
