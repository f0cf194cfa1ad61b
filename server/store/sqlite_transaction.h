#pragma once
#include "store/database.h"

namespace store {

/// What becomes of a transaction that met this fault.
End end_of(Cause);

/// Runs work in a transaction of its own and tells what became of it. A write that the disk refused ends the process.
Outcome in_transaction(Sqlite&, const World&, const Work&, bool writes);
/// The same, begun as a reading one although it writes: for temporary tables, which lock nothing.
Outcome in_staging(Sqlite&, const World&, const Work&);

}  // namespace store
