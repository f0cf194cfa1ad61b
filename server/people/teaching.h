#pragma once
#include <optional>
#include <vector>

#include "people/actor.h"
#include "store/tx.h"

namespace people {

/// A class of the head's school, in the school year of today.
struct TaughtClass {
  ClassId id;
  SchoolId school;
  int school_year;
};

/// Nothing when there is no such class, or it is another school's or another year's.
std::optional<TaughtClass> find_taught_class(Tx&, const std::vector<SchoolId>& schools, ClassId);

/// Those who teach or head there today: who may be given a class. In the order of their ids.
std::vector<PersonId> list_who_may_teach(Tx&, SchoolId);

/// The teachers of a class, from today on: who leaves keeps it until yesterday, who arrives has it until the end of its school year,
/// who stays is not touched. The feed has no such link: each is a local one, with its author (DIR-05). The caller asked the right and
/// list_who_may_teach.
void set_teachers(Tx&, const Actor& author, const TaughtClass&, std::vector<PersonId> teachers);

}  // namespace people
