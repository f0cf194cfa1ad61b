#pragma once
#include <optional>
#include <string>

#include "people/custody.h"
#include "people/hours.h"

/// Rows that the queries of people fill.
namespace people {

struct GuardianLink {
  RelationId id;
  PersonId person;  // the record that holds it
};
BOOST_DESCRIBE_STRUCT(GuardianLink, (), (id, person))

struct HoursRow {
  std::int64_t evening_from;
  std::int64_t morning_until;
  bool weekend;
  std::int64_t version;
  Millis changed_at;
  std::string by_name;
};
BOOST_DESCRIBE_STRUCT(HoursRow, (), (evening_from, morning_until, weekend, version, changed_at, by_name))

struct ClassOfSchool {
  ClassId id;
  SchoolId school;
  std::int64_t school_year;
};
BOOST_DESCRIBE_STRUCT(ClassOfSchool, (), (id, school, school_year))

struct TeachingLink {
  RelationId id;
  PersonId person;
  Date from_on;
};
BOOST_DESCRIBE_STRUCT(TeachingLink, (), (id, person, from_on))

}  // namespace people
