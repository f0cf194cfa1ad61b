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

/// Until when the session serves a context of this profile if nobody touches it, by rule 14: own device guardian 30 days idle and 180 in
/// all, teacher 7 and 30 days, head 12 hours and 7 days; a shared device 15 minutes idle and the end of the school day (19 h). `seen_at`
/// must be the latest of what memory and the database know.
Millis serves_until(const Session&, Profile, const Zone&);
/// The same, as a question of now.
bool still_serves(Session, Profile, Millis seen_at, Millis now, const Zone&);

/// Acts on codes and access ask for the password again after this long.
constexpr Millis confirmed_for = minutes(5);

}  // namespace gate
