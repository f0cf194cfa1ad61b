#include "gate/access.h"

#include "gate/queries.gen.h"

namespace gate {

bool end_session_of(Tx& tx, PersonId holder, SessionId session) {
  store::standing_changed(tx, holder);
  return q::end_session_of(tx, holder, session, tx.now()) > 0;
}

void end_sessions_of(Tx& tx, PersonId holder) {
  q::end_other_sessions(tx, holder, SessionId{}, tx.now());  // none is kept
  store::standing_changed(tx, holder);
}

void close_account(Tx& tx, PersonId holder) {
  q::close_account(tx, holder, tx.now());
  end_sessions_of(tx, holder);
}

void reopen_account(Tx& tx, PersonId holder) { q::reopen_account(tx, holder); }

void revoke_codes(Tx& tx, PersonId person, SchoolId school) { q::revoke_codes_of(tx, person, school, tx.now()); }

}  // namespace gate
