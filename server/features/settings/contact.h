#pragma once
#include "features/settings/person_wire.h"
#include "gate/call.h"

namespace settings {

/// One's own, as one said it.
Result<wire::OwnContact> find_own_contact(gate::Call<gate::NoInput>&);

struct SetOwnContact {
  std::optional<std::string> email;  // absent or empty: none
  std::optional<std::string> phone;
  std::int64_t version;  // the one that was read
};
BOOST_DESCRIBE_STRUCT(SetOwnContact, (), (email, phone, version))

/// Errors: those of people::set_contact.
Result<wire::OwnContact> set_own_contact(gate::Call<SetOwnContact>&);

struct FindContact {
  PersonId guardian;
  PersonId child;  // of the actor's class, or school
};
BOOST_DESCRIBE_STRUCT(FindContact, (), (guardian, child))

/// How a guardian may be reached: asked one at a time, it stands in no list and on no print.
/// Errors: not_found — settings.no_guardian (none that this actor reaches)
///         refused   — settings.contact_kept (the head alone has it: SC-04; the attempt leaves its trace, as every refusal)
Result<wire::ContactOf> find_contact(gate::Call<FindContact>&);

}  // namespace settings
