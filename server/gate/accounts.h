#pragma once
#include <string>
#include <string_view>

#include "gate/call.h"
#include "gate/codes.h"
#include "gate/rows.h"

namespace gate {

/// The login of that person; made from their names ("lea.oustalet", then a number) when there is none yet.
std::string reserve_login(Tx&, PersonId);
/// "  Léa.OUSTALET " as it is kept: folded, without spaces around.
std::string login_as_kept(std::string_view typed);

/// A new session and its token, which only the browser keeps.
std::string open_session(Tx&, PersonId, bool own_device, std::string_view device);

/// The password of a person, from now on. `verifier` comes from the hash pool.
void set_password(Tx&, PersonId, std::string_view verifier);

/// A pupil's three words, from now on: the former ones and every session end, and the door counts anew.
void give_phrase(Tx&, PersonId pupil, std::string_view verifier);

/// The one code of a wrong wish for a password ("gate.password_short"…), if any.
std::optional<std::string> password_fault(Tx&, PersonId, std::string_view password);

/// The person who signs in for a record: the one it was merged into, else itself.
PersonId holder_of(Tx&, PersonId record);

/// An access lost or shared is begun anew: the old password opens nothing, every session ends, a new code lets choose another one.
/// The account is the record's holder's, so a guardian of two schools chooses once for both. The caller asked the right.
MadeCode renew_access(Tx&, const Sheet&);

/// The first head's code, by the command line; the head must be known from the feed.
/// Errors: not_found — gate.no_school, gate.no_head
struct Invitation {
  std::string name;
  std::string school_name;
  std::string login;
  std::string code;
  Millis until_at;
};
Result<std::vector<Invitation>> invite_heads(Tx&, std::string_view uai, std::string_view by_name);

}  // namespace gate
