#pragma once
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "people/actor.h"

namespace gate {

using SessionId = Id<struct SessionTag>;

/// A signed-in browser, as the database knows it.
struct Session {
  SessionId id;
  PersonId person;
  bool own_device = false;
  Millis made_at = 0;
  Millis seen_at = 0;
  Millis confirmed_at = 0;  // when the password was last typed
};

/// Whether the session still serves a context of this profile, by rule 14: own device guardian 30 days idle and 180 in all,
/// teacher 7 and 30 days, head 12 hours and 7 days; a shared device 15 minutes idle and the end of the school day (19 h).
/// `seen_at` is the latest of what memory and the database know.
bool still_serves(const Session&, Profile, Millis seen_at, Millis now, const Zone&);

/// Acts on codes and access ask for the password again after this long.
constexpr Millis confirmed_for = minutes(5);

}  // namespace gate
