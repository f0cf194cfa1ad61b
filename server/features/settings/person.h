#pragma once
#include "features/settings/person_wire.h"
#include "gate/call.h"

namespace settings {

struct FindPerson {
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(FindPerson, (), (person))

/// All that the school knows of one person: where they belong and since when, each child with each guardian, their access. Decisions
/// of custody and what a head keeps to themself are shown to the head alone.
/// Errors: not_found — settings.no_person (nobody of this school)
Result<wire::Person> find_person(gate::Call<FindPerson>&);

}  // namespace settings
