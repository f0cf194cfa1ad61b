#pragma once
#include "features/homework/wire.h"
#include "people/actor.h"
#include "store/tx.h"

namespace homework {

/// The classes of this year whose book `right` opens to this actor, by name.
std::vector<wire::ClassLine> list_classes(Tx&, const Actor&, const Right&);

}  // namespace homework
