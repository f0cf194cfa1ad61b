#pragma once
#include "features/settings/wire.h"

/// Rows that the queries of settings fill.
namespace settings {

/// A class with one of its teachers, or (no class) someone who may be given one.
struct ClassRow {
  std::optional<ClassId> school_class;
  std::string label;
  std::int64_t children;
  std::optional<PersonId> teacher;
  std::optional<std::string> teacher_name;
};
BOOST_DESCRIBE_STRUCT(ClassRow, (), (school_class, label, children, teacher, teacher_name))

/// A child of a class with one of the guardians. A class without children is one row without child; a child without guardian, one
/// row without guardian.
struct FamilyRow {
  SchoolId school;
  std::string school_name;
  std::string label;
  std::optional<PersonId> child;
  std::optional<std::string> child_first_name;
  std::optional<std::string> child_last_name;
  std::optional<PersonId> guardian;
  std::optional<std::string> guardian_name;
  std::optional<std::string> relation;
  std::optional<PersonId> holder;  // of the guardian's account: the record this one was merged into, else itself
  std::optional<std::string> login;
  bool entered;
  bool has_password;
  std::optional<Millis> code_until;
};
BOOST_DESCRIBE_STRUCT(FamilyRow, (),
                      (school, school_name, label, child, child_first_name, child_last_name, guardian, guardian_name, relation, holder,
                       login, entered, has_password, code_until))

struct GuardianRow {
  SchoolId school;
  std::string school_name;
  std::string class_label;
  std::string child_first_name;
  std::string guardian_name;
};
BOOST_DESCRIBE_STRUCT(GuardianRow, (), (school, school_name, class_label, child_first_name, guardian_name))

/// A school with one of its teachers; one row without person when it has none.
struct StaffRow {
  SchoolId school;
  std::string school_name;
  std::optional<PersonId> person;
  std::optional<std::string> name;
  bool has_password;
};
BOOST_DESCRIBE_STRUCT(StaffRow, (), (school, school_name, person, name, has_password))

struct ReachRow {
  ClassId id;
  std::string label;
  std::int64_t families;
  std::int64_t not_reached;
  bool has_teacher;
};
BOOST_DESCRIBE_STRUCT(ReachRow, (), (id, label, families, not_reached, has_teacher))

/// A child nobody reached, with one of the guardians.
struct NotReachedRow {
  PersonId child;
  std::string first_name;
  std::string last_name;
  ClassId school_class;
  std::string class_label;
  std::optional<std::string> guardian_name;
};
BOOST_DESCRIBE_STRUCT(NotReachedRow, (), (child, first_name, last_name, school_class, class_label, guardian_name))

/// A pupil of a class, for their card; a class without pupils is one row without pupil.
struct PupilRow {
  SchoolId school;
  std::string school_name;
  std::string label;
  std::optional<PersonId> pupil;
  std::string first_name;
  std::string last_name;
  std::string grade;
  bool has_card;
};
BOOST_DESCRIBE_STRUCT(PupilRow, (), (school, school_name, label, pupil, first_name, last_name, grade, has_card))

}  // namespace settings
