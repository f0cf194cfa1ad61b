#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "people/ids.h"

namespace settings::wire {

// ---- classes

struct Teacher {
  PersonId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Teacher, (), (id, name))

struct Class {
  ClassId id;
  std::string label;
  std::int64_t children;
  std::vector<Teacher> teachers;
};
BOOST_DESCRIBE_STRUCT(Class, (), (id, label, children, teachers))

struct Classes {
  std::vector<Class> classes;     // of this school year, as a French dictionary orders them
  std::vector<Teacher> teachers;  // whoever may be given one, by name
};
BOOST_DESCRIBE_STRUCT(Classes, (), (classes, teachers))

// ---- quiet hours

struct QuietHours {
  std::int64_t evening_from;   // minute of the day
  std::int64_t morning_until;  // minute of the day
  bool weekend;
  std::int64_t version;  // 0: the usual hours, changed by nobody
  std::optional<std::string> by_name;
  std::optional<Millis> changed_at;
};
BOOST_DESCRIBE_STRUCT(QuietHours, (), (evening_from, morning_until, weekend, version, by_name, changed_at))

// ---- families and their access

/// none: no sheet waits to be used.
enum class CodeState { none, ready, expired };
BOOST_DESCRIBE_ENUM(CodeState, none, ready, expired)

struct Guardian {
  PersonId id;
  std::string name;
  std::string relation;  // the directory's code: "10" mother, "20" father…
  bool entered;          // ever, under this record or the one it was merged into
  std::optional<std::string> login;
  CodeState code;
  std::optional<Date> code_until;  // last whole day
};
BOOST_DESCRIBE_STRUCT(Guardian, (), (id, name, relation, entered, login, code, code_until))

struct FamilyChild {
  PersonId id;
  std::string first_name;
  std::string last_name;
  std::vector<Guardian> guardians;
};
BOOST_DESCRIBE_STRUCT(FamilyChild, (), (id, first_name, last_name, guardians))

struct Families {
  ClassId school_class;
  std::string label;
  std::vector<FamilyChild> children;  // by name
};
BOOST_DESCRIBE_STRUCT(Families, (), (school_class, label, children))

// ---- sheets

/// One A4 for one adult. Staff: no child, no class.
struct Sheet {
  std::string adult_name;
  std::string child_first_name;
  std::string class_label;
  std::string login;
  std::string code;      // "K7P4 2MQ9 X3TD"
  std::string qr;        // SVG path data in modules, from 0, without the empty border
  std::int64_t qr_size;  // modules on a side
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (adult_name, child_first_name, class_label, login, code, qr, qr_size))

struct Sheets {
  std::string school_name;
  std::string address;  // where to type the code: "https://preau.exemple.fr/feuille"
  Date made_on;
  Date until_on;  // last whole day
  std::vector<Sheet> sheets;
  std::int64_t already;  // adults who have their account, and get no sheet
};
BOOST_DESCRIBE_STRUCT(Sheets, (), (school_name, address, made_on, until_on, sheets, already))

// ---- who was not reached

/// A family is a child; it is not reached when none of its guardians ever entered and no paper came back.
struct NotReached {
  ClassId school_class;
  std::string label;
  std::int64_t families;  // at least 1
};
BOOST_DESCRIBE_STRUCT(NotReached, (), (school_class, label, families))

struct ClassName {
  ClassId id;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(ClassName, (), (id, label))

struct Reach {
  std::vector<NotReached> not_reached;
  std::int64_t total;     // not reached, in all
  std::int64_t families;  // of how many
  std::vector<ClassName> classes_without_teacher;
};
BOOST_DESCRIBE_STRUCT(Reach, (), (not_reached, total, families, classes_without_teacher))

struct NotReachedChild {
  PersonId id;
  std::string first_name;
  std::string last_name;
  ClassId school_class;
  std::string class_label;
  std::vector<std::string> guardians;  // their names
  bool without_guardian;
};
BOOST_DESCRIBE_STRUCT(NotReachedChild, (), (id, first_name, last_name, school_class, class_label, guardians, without_guardian))

struct NotReachedList {
  std::vector<NotReachedChild> children;  // by class, then by name
};
BOOST_DESCRIBE_STRUCT(NotReachedList, (), (children))

}  // namespace settings::wire
