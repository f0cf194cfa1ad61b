#pragma once
#include "gate/plug.h"

/// The notebook between school and families (cahier de liaison): notes to read or to sign, with the trace of who did.
namespace liaison {

/// The routes, the cards "liaison_family" and "liaison_follow", and what its tables hold about persons.
gate::Plug plug();

}  // namespace liaison
