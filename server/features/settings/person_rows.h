#pragma once
#include "features/settings/person_wire.h"
#include "features/settings/year_wire.h"

/// Rows about one person, that the queries of settings fill.
namespace settings {

/// A person found, with one of the things that tell who they are.
struct FoundRow {
  PersonId id;
  wire::Part part;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;
  std::optional<std::string> about;
};
BOOST_DESCRIBE_STRUCT(FoundRow, (), (id, part, first_name, last_name, second_name, about))

struct PersonRow {
  PersonId id;
  std::optional<std::string> civility;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;
  bool from_directory;
  bool pupil;
  bool guardian;
  bool staff;
  PersonId holder;  // of the account: the record this one was merged into, else itself
  std::optional<std::string> suspended_by;
  std::optional<Millis> suspended_at;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (id, civility, first_name, last_name, second_name, from_directory, pupil, guardian, staff, holder, suspended_by,
                       suspended_at))

/// A child with one of the guardians, and one of the decisions about them. A child without guardian is one row without adult.
struct BondRow {
  PersonId child;
  std::string child_first_name;
  std::string child_last_name;
  std::optional<std::string> class_label;
  std::optional<RelationId> relation;
  std::optional<PersonId> adult;
  std::optional<std::string> adult_name;
  std::optional<std::string> code;
  std::optional<Date> from_on;
  std::optional<Date> until_on;
  bool from_directory;
  std::optional<std::string> by_name;
  std::optional<Millis> made_at;
  bool entered;
  bool contact_protected;
  std::optional<Uuid> decision;
  std::optional<people::CustodyLevel> level;
  std::optional<Date> decided_from;
  std::optional<Date> decided_until;
  std::optional<std::vector<unsigned char>> paper_reference;
  std::optional<std::string> decided_by;
  std::optional<Millis> decided_at;
  bool deceased;
};
BOOST_DESCRIBE_STRUCT(BondRow, (),
                      (child, child_first_name, child_last_name, class_label, relation, adult, adult_name, code, from_on, until_on,
                       from_directory, by_name, made_at, entered, contact_protected, decision, level, decided_from, decided_until,
                       paper_reference, decided_by, decided_at, deceased))

struct AccessRow {
  std::optional<std::string> login;
  bool entered;
  bool closed;
  std::optional<Millis> code_until;
};
BOOST_DESCRIBE_STRUCT(AccessRow, (), (login, entered, closed, code_until))

/// A member of staff to print a sheet for.
struct StaffMemberRow {
  PersonId holder;
  SchoolId school;
  std::string school_name;
  std::string name;
  bool has_password;
};
BOOST_DESCRIBE_STRUCT(StaffMemberRow, (), (holder, school, school_name, name, has_password))

struct SchoolRow {
  SchoolId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(SchoolRow, (), (id, name))

}  // namespace settings
