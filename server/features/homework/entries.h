#pragma once
#include "features/homework/rows.h"
#include "people/actor.h"
#include "store/tx.h"

namespace homework {

/// Entries as those who consult the book see them, in the order of the rows: with their targets by name and how many ticked.
std::vector<wire::Entry> as_consulted(Tx&, const Actor&, std::vector<BookRow>&&);

}  // namespace homework
