#pragma once
#include <optional>
#include <string>

#include "people/calendar.h"
#include "people/contact.h"
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

/// A guardian's relation, under any of their records.
struct GuardedLink {
  RelationId id;
  PersonId person;  // the record that holds it
  PersonId child;
};
BOOST_DESCRIBE_STRUCT(GuardedLink, (), (id, person, child))

struct PostRow {
  PersonId person;
  Date from_on;
};
BOOST_DESCRIBE_STRUCT(PostRow, (), (person, from_on))

struct NamedRow {
  PersonId id;
  std::optional<std::string> feed_key;  // none: added by hand
};
BOOST_DESCRIBE_STRUCT(NamedRow, (), (id, feed_key))

struct ChangeRow {
  std::string by_name;
  Millis changed_at;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (by_name, changed_at))

struct WeekRow {
  std::int64_t full_days;
  std::int64_t mornings;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(WeekRow, (), (full_days, mornings, version))

}  // namespace people
