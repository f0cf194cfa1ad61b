#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "people/ids.h"

namespace app {

struct StaffRow {
  PersonId person;
  SchoolId school;
};
BOOST_DESCRIBE_STRUCT(StaffRow, (), (person, school))

/// A guardian with one of their children.
struct GuardianRow {
  PersonId person;
  std::string first_name;
  std::string last_name;
  PersonId child;
  SchoolId school;
};
BOOST_DESCRIBE_STRUCT(GuardianRow, (), (person, first_name, last_name, child, school))

/// A pupil of a class with one of their guardians, if they have any.
struct FamilyRow {
  PersonId child;
  std::string child_first_name;
  std::string child_last_name;
  std::optional<PersonId> person;
  std::optional<std::string> first_name;
  std::optional<std::string> last_name;
  bool entered;
};
BOOST_DESCRIBE_STRUCT(FamilyRow, (), (child, child_first_name, child_last_name, person, first_name, last_name, entered))

struct ClassRow {
  ClassId id;
  std::string label;
  SchoolId school;
  std::string slug;
  std::optional<PersonId> teacher;
  std::optional<PersonId> head;  // of the school
};
BOOST_DESCRIBE_STRUCT(ClassRow, (), (id, label, school, slug, teacher, head))

}  // namespace app
