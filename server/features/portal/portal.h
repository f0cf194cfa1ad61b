#pragma once
#include "gate/plug.h"

/// The home of each profile: what is theirs, before what there is to do.
namespace portal {

gate::Plug plug();

}  // namespace portal
