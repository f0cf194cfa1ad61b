#pragma once
#include "notices/notices.h"

/// Rows that the queries of notices take.
namespace notices {

struct Delivery {
  Uuid id;
  std::string kind;
  Uuid thing;
  std::int64_t edition;
  PartyId party;
  SchoolId school;
  std::optional<PersonId> person;
  PersonId about_child;
  Millis made_at;
  Millis deliver_at;
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (id, kind, thing, edition, party, school, person, about_child, made_at, deliver_at))

}  // namespace notices
