#pragma once
#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "people/ids.h"

namespace portal::wire {

struct Child {
  PersonId id;
  std::string first_name;
  SchoolId school;
  std::string school_name;
  std::string class_label;  // empty: in no class
};
BOOST_DESCRIBE_STRUCT(Child, (), (id, first_name, school, school_name, class_label))

/// A guardian's children, whatever their schools (POR-02).
struct Children {
  std::vector<Child> children;  // by first name
};
BOOST_DESCRIBE_STRUCT(Children, (), (children))

struct ClassLine {
  ClassId id;
  std::string label;
  std::int64_t children;
  std::int64_t families_entered;  // children of whom one guardian at least has ever entered
  std::int64_t families;          // children with a guardian
};
BOOST_DESCRIBE_STRUCT(ClassLine, (), (id, label, children, families_entered, families))

struct Classes {
  std::vector<ClassLine> classes;
};
BOOST_DESCRIBE_STRUCT(Classes, (), (classes))

}  // namespace portal::wire
