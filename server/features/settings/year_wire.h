#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "people/calendar.h"
#include "people/ids.h"

/// The school's year, and those who hold something of it for a time.
namespace settings::wire {

// ---- calendar

struct Period {
  std::string label;
  Date from_on;
  Date until_on;  // last day without class
};
BOOST_DESCRIBE_STRUCT(Period, (), (label, from_on, until_on))

struct Calendar {
  SchoolId school;
  std::string school_name;
  std::vector<people::DayPattern> week;  // seven, from Monday
  std::vector<Period> periods;           // by first day
  std::optional<Period> next;            // the first that ends today or later
  std::int64_t version;                  // 0: the usual week
  std::optional<std::string> by_name;
  std::optional<Millis> changed_at;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (school, school_name, week, periods, next, version, by_name, changed_at))

struct Calendars {
  std::vector<Calendar> calendars;  // one a school, by name
};
BOOST_DESCRIBE_STRUCT(Calendars, (), (calendars))

/// On the homes: when class stops next, in each school.
struct NextHoliday {
  std::string school_name;
  std::string label;
  Date from_on;
  Date until_on;
};
BOOST_DESCRIBE_STRUCT(NextHoliday, (), (school_name, label, from_on, until_on))

struct NextHolidays {
  std::vector<NextHoliday> holidays;  // the nearest first; none for a school that wrote none
};
BOOST_DESCRIBE_STRUCT(NextHolidays, (), (holidays))

// ---- substitutes and administrators

struct Post {
  RelationId id;
  PersonId person;
  std::string name;
  std::optional<ClassId> school_class;
  std::optional<std::string> class_label;
  Date from_on;
  Date until_on;
  bool entered;
  std::string by_name;
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(Post, (), (id, person, name, school_class, class_label, from_on, until_on, entered, by_name, made_at))

struct Posts {
  std::vector<Post> posts;  // those that hold, then those to come, then those over for less than a month
};
BOOST_DESCRIBE_STRUCT(Posts, (), (posts))

/// Somebody who works in a school of the town, to be named.
struct TownTeacher {
  PersonId id;
  std::string name;
  std::string school_name;
};
BOOST_DESCRIBE_STRUCT(TownTeacher, (), (id, name, school_name))

struct TownTeachers {
  std::vector<TownTeacher> teachers;  // by name, at most 12
};
BOOST_DESCRIBE_STRUCT(TownTeachers, (), (teachers))

/// On the home: classes held by somebody else than their teacher today.
struct HeldClass {
  std::string class_label;
  std::string substitute;
  Date until_on;
  bool entered;
};
BOOST_DESCRIBE_STRUCT(HeldClass, (), (class_label, substitute, until_on, entered))

struct Substituted {
  std::vector<HeldClass> classes;
};
BOOST_DESCRIBE_STRUCT(Substituted, (), (classes))

// ---- lists, each with its action

struct LoneChild {
  PersonId id;
  std::string first_name;
  std::string last_name;
  std::string class_label;
};
BOOST_DESCRIBE_STRUCT(LoneChild, (), (id, first_name, last_name, class_label))

struct LoneGuardian {
  PersonId id;
  std::string name;
  PersonId child;
  std::string child_first_name;
  std::string class_label;
  bool sheet_made;  // a code waits to be used
};
BOOST_DESCRIBE_STRUCT(LoneGuardian, (), (id, name, child, child_first_name, class_label, sheet_made))

struct LoneClass {
  ClassId id;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(LoneClass, (), (id, label))

struct EndingLimit {
  PersonId adult;
  std::string adult_name;
  std::string child_first_name;
  Date until_on;
};
BOOST_DESCRIBE_STRUCT(EndingLimit, (), (adult, adult_name, child_first_name, until_on))

/// Somebody asked for contact data that a head keeps to themself.
struct Attempt {
  std::string name;
  Millis at;
};
BOOST_DESCRIBE_STRUCT(Attempt, (), (name, at))

struct ToDo {
  std::vector<LoneChild> pupils_without_guardian;
  std::vector<LoneGuardian> guardians_without_account;
  std::vector<LoneClass> classes_without_teacher;
  std::vector<EndingLimit> limits_ending;  // within thirty days; for the head alone
  std::vector<Attempt> attempts;           // of the last thirty days; for the head alone
};
BOOST_DESCRIBE_STRUCT(ToDo, (), (pupils_without_guardian, guardians_without_account, classes_without_teacher, limits_ending, attempts))

}  // namespace settings::wire
