#pragma once
#include "import/aaf/staged.h"

/// What the statements of queries.sql answer.
namespace aaf {

struct AcademyRow {
  std::string academy_code;
  std::string academy_name;
};
BOOST_DESCRIBE_STRUCT(AcademyRow, (), (academy_code, academy_name))

struct FreshSchool {
  SchoolId school;
  std::int64_t number = 0;
  std::string name;
  std::string commune;
};
BOOST_DESCRIBE_STRUCT(FreshSchool, (), (school, number, name, commune))

/// A class or group of one school, by the label most of its pupils give it.
struct Mentioned {
  std::string kind;
  std::string class_key;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Mentioned, (), (kind, class_key, label))

struct KnownClass {
  ClassId id;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(KnownClass, (), (id, label))

/// How many people a school has, and how many would leave it.
struct Turnover {
  std::int64_t present = 0;
  std::int64_t leaving = 0;
};
BOOST_DESCRIBE_STRUCT(Turnover, (), (present, leaving))

/// A person of a school, as the plan names them.
struct Someone {
  std::string key;
  std::string first_name;
  std::string last_name;
  std::string kind;  // of the relation
};
BOOST_DESCRIBE_STRUCT(Someone, (), (key, first_name, last_name, kind))

/// A pupil who changes class inside the school.
struct Move {
  std::string key;
  std::string first_name;
  std::string last_name;
  std::string from;
  std::string to;
};
BOOST_DESCRIBE_STRUCT(Move, (), (key, first_name, last_name, from, to))

struct ClassLine {
  std::string kind;
  std::string key;
  std::string label;
  std::optional<std::string> old_label;
};
BOOST_DESCRIBE_STRUCT(ClassLine, (), (kind, key, label, old_label))

/// What changes in a school without being told by name.
struct Counts {
  std::int64_t pupils = 0;     // arriving
  std::int64_t guardians = 0;  // records that are new to the territory
  std::int64_t staff = 0;      // arriving
  std::int64_t links_new = 0;
  std::int64_t links_ended = 0;  // between guardians and children
  std::int64_t renamed = 0;      // persons whose name or title changes
  std::int64_t recoded = 0;      // grades, and what an adult is to a child
  std::int64_t roles_new = 0;    // of staff who stay
  std::int64_t roles_ended = 0;
  std::int64_t local_kept = 0;  // additions made by hand, of people who leave
};
BOOST_DESCRIBE_STRUCT(Counts, (), (pupils, guardians, staff, links_new, links_ended, renamed, recoded, roles_new, roles_ended, local_kept))

/// Remarks alike.
struct RemarkGroup {
  Weight weight = Weight::doubt;
  std::string code;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(RemarkGroup, (), (weight, code, count))

}  // namespace aaf
