#pragma once
#include <boost/describe.hpp>
#include <string>

#include "people/ids.h"

namespace app {

struct StaffRow {
  PersonId person;
  SchoolId school;
};
BOOST_DESCRIBE_STRUCT(StaffRow, (), (person, school))

struct FamilyRow {
  PersonId person;
  std::string first_name;
  std::string last_name;
  PersonId child;
  SchoolId school;
};
BOOST_DESCRIBE_STRUCT(FamilyRow, (), (person, first_name, last_name, child, school))

}  // namespace app
