#pragma once
#include "gate/route.h"

namespace gate {

/// GET /home: today, now, and the cards that this profile may see, in one read transaction.
Route home_route(const std::vector<Card>&);

/// The home's shape lists every card as optional; it is known once all plugs are gathered.
extern const Right home;

}  // namespace gate
