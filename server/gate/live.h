#pragma once
#include <vector>

#include "base/clock.h"
#include "base/id.h"

namespace gate {

/// The reply that lets a socket be opened: whose hints it hears, and for how long.
struct Live {
  std::vector<Uuid> hears;  // the person, under each of their records, and the desks they hold
  Millis serves_for;        // ms; then it is closed, and the page asks anew whether it may have another
};

}  // namespace gate
