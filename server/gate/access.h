#pragma once
#include "gate/session.h"
#include "store/tx.h"

/// Accesses that a head closes. The caller asked the right, and says whose account it is: `holder_of` (gate/accounts.h).
namespace gate {

/// One session of that account; false when it was over, or is somebody else's.
bool end_session_of(Tx&, PersonId holder, SessionId);
/// All of them.
void end_sessions_of(Tx&, PersonId holder);

/// The account opens nothing from the next request on; what it did stays. Undone by reopening, after which one signs in anew.
void close_account(Tx&, PersonId holder);
void reopen_account(Tx&, PersonId holder);

/// The unused codes of a person through that school are void.
void revoke_codes(Tx&, PersonId, SchoolId);

}  // namespace gate
