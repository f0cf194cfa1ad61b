#pragma once
#include "gate/gate.h"

namespace gate {

/// The contract as OpenAPI 3.1, made from the routes' types. Components are named "room.Struct".
std::string openapi(const Gate&);

}  // namespace gate
