#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gate/session.h"
#include "store/tx.h"

/// What a page at the doors may ask before somebody enters, and just after.
namespace gate {

/// True until the first account is made: the machine is new, nobody can enter yet.
bool nobody_yet(Tx&);

/// A context somebody may go to: its pages are under /c/{slug}/.
struct Place {
  std::string slug;
  Profile profile;
};

/// Where a person's relations of today let them go, in the order of contexts_held (context.h).
std::vector<Place> places_of(Tx&, PersonId);

/// Those that a session still serves, for its holder; none for a token that opens nothing.
std::vector<Place> open_places(Tx&, std::string_view token);

/// Ends the session of a token, if there is one: a browser that enters again leaves what it held.
void leave(Tx&, std::string_view token);

}  // namespace gate
