#pragma once
#include "features/homework/wire.h"
#include "store/tx.h"

namespace homework {

/// Written work at home in a school: the last decision counts, and without one it is off.
/// Source: TXT-03 (docs/requirements.md); circulars of 29 December 1956 and 6 September 1994
wire::WrittenWork written_work_of(Tx&, SchoolId);

}  // namespace homework
