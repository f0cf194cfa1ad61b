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
  std::optional<ClassId> desk_class;
  std::optional<SchoolId> desk_school;
  Millis made_at;
  Millis deliver_at;
};
BOOST_DESCRIBE_STRUCT(Delivery, (),
                      (id, kind, thing, edition, party, school, person, about_child, desk_class, desk_school, made_at, deliver_at))

/// Who must hear that a thing of that kind changed: one of the three, or nobody (a child whom only paper reaches).
struct Hearer {
  std::string kind;
  std::optional<PersonId> person;
  std::optional<ClassId> desk_class;
  std::optional<SchoolId> desk_school;
};
BOOST_DESCRIBE_STRUCT(Hearer, (), (kind, person, desk_class, desk_school))

struct Reminder {
  Uuid thing;
  std::int64_t edition;
  PersonId about_child;
  PersonId person;
  Millis remind_at;
};
BOOST_DESCRIBE_STRUCT(Reminder, (), (thing, edition, about_child, person, remind_at))

}  // namespace notices
