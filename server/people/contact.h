#pragma once
#include <optional>
#include <string>

#include "base/result.h"
#include "people/actor.h"
#include "store/tx.h"

namespace people {

/// How an adult may be reached, as they say it themself; the directory brings nothing of it. Not confirmed by anything.
struct Contact {
  std::optional<std::string> email;  // at most 254 characters
  std::optional<std::string> phone;  // digits, perhaps after a +
  std::int64_t version = 0;          // 0: they never said anything
  std::optional<Millis> changed_at;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (email, phone, version, changed_at))

/// Of the record that holds the account: two records of one adult have one contact.
Contact find_contact(Tx&, PersonId holder);

/// The actor's own, from now on; an empty text removes.
/// Errors: invalid — people.email at /email, people.phone at /phone
///         stale   — people.contact_changed
Result<Contact> set_contact(Tx&, const Actor&, const Contact& wished);

/// Whether a head keeps this adult's contact data to themself (SC-04), for any child and under any of their records.
bool is_protected(Tx&, PersonId holder);

}  // namespace people
