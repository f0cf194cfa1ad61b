#pragma once
#include "attendance/wire.h"

/// Rows that the queries of attendance fill or take.
namespace attendance {

/// A guardian's child with the school of today, or the last one; what that school's day is.
struct ChildRow {
  PersonId child;
  std::string first_name;
  SchoolId school;
  std::string school_name;
  std::string class_label;      // empty: in no class
  std::optional<Date> left_on;  // last day at this school
  std::optional<std::int64_t> until_minute;
  std::optional<std::string> phone;
  std::int64_t full_days;  // of people::SchoolCalendar
  std::int64_t mornings;
  bool on_holiday;  // today
  bool missing;     // absent today, and nobody told
};
BOOST_DESCRIBE_STRUCT(ChildRow, (),
                      (child, first_name, school, school_name, class_label, left_on, until_minute, phone, full_days, mornings, on_holiday,
                       missing))

struct ToldRow {
  ToldId told;
  PersonId child;
  SchoolId school;
  Date on_day;
  Part part;
  std::optional<std::int64_t> minute;
  Reason reason;
  std::optional<std::string> line;
  PersonId told_by;
  Millis told_at;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ToldRow, (), (told, child, school, on_day, part, minute, reason, line, told_by, told_at, version))

struct MissedRow {
  MarkId mark;
  PersonId child;
  Date on_day;
  Half half;
  bool absent;
  std::optional<std::int64_t> arrived_minute;
  std::optional<std::int64_t> left_minute;
  bool explained;
  std::optional<PersonId> told_by;
  bool unread;
};
BOOST_DESCRIBE_STRUCT(MissedRow, (), (mark, child, on_day, half, absent, arrived_minute, left_minute, explained, told_by, unread))

/// A class of a roll call with one of its pupils; a class without pupils is one row without pupil.
struct CallRow {
  ClassId school_class;
  std::string label;
  SchoolId school;
  PartyId party;
  std::int64_t full_days;
  std::int64_t mornings;
  bool on_holiday;
  std::optional<Millis> called_at;
  std::optional<std::string> called_by;
  std::optional<PersonId> pupil;
  std::optional<std::string> first_name;
  std::optional<std::string> last_name;
  std::optional<std::string> second_name;
  std::optional<MarkId> mark;
  std::optional<bool> absent;
  std::optional<std::int64_t> arrived_minute;
  std::optional<std::int64_t> left_minute;
  std::optional<std::int64_t> version;
  std::optional<PersonId> marked_by;
  std::optional<std::string> by_name;
  std::optional<Part> part;
  std::optional<std::int64_t> minute;
  std::optional<Reason> reason;
  std::optional<std::string> line;
  std::optional<Millis> told_at;
  bool absent_other_half;
};
BOOST_DESCRIBE_STRUCT(CallRow, (),
                      (school_class, label, school, party, full_days, mornings, on_holiday, called_at, called_by, pupil, first_name,
                       last_name, second_name, mark, absent, arrived_minute, left_minute, version, marked_by, by_name, part, minute, reason,
                       line, told_at, absent_other_half))

struct MarkRow {
  MarkId mark;
  PersonId pupil;
  bool absent;
  std::optional<std::int64_t> arrived_minute;
  std::optional<std::int64_t> left_minute;
};
BOOST_DESCRIBE_STRUCT(MarkRow, (), (mark, pupil, absent, arrived_minute, left_minute))

/// A class of the head's day; `absent` of each half.
struct ClassRow {
  ClassId school_class;
  std::string label;
  std::int64_t full_days;
  std::int64_t mornings;
  bool on_holiday;
  std::int64_t pupils;
  std::optional<Millis> morning_at;
  std::optional<Millis> afternoon_at;
  std::int64_t absent_morning;
  std::int64_t absent_afternoon;
};
BOOST_DESCRIBE_STRUCT(ClassRow, (),
                      (school_class, label, full_days, mornings, on_holiday, pupils, morning_at, afternoon_at, absent_morning,
                       absent_afternoon))

struct AwayRow {
  PersonId pupil;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;
  ClassId school_class;
  std::string class_label;
  std::optional<bool> morning_absent;
  std::optional<std::int64_t> morning_arrived;
  std::optional<std::int64_t> morning_left;
  std::optional<bool> afternoon_absent;
  std::optional<std::int64_t> afternoon_arrived;
  std::optional<std::int64_t> afternoon_left;
  std::optional<Part> part;
  std::optional<std::int64_t> minute;
  std::optional<Reason> reason;
  std::optional<std::string> line;
  std::optional<Millis> told_at;
  std::optional<Millis> phoned_at;
  std::optional<std::string> phoned_by;
};
BOOST_DESCRIBE_STRUCT(AwayRow, (),
                      (pupil, first_name, last_name, second_name, school_class, class_label, morning_absent, morning_arrived, morning_left,
                       afternoon_absent, afternoon_arrived, afternoon_left, part, minute, reason, line, told_at, phoned_at, phoned_by))

struct AdultRow {
  PersonId child;
  PersonId person;
  std::string name;
  std::string relation;
  std::optional<std::string> phone;
};
BOOST_DESCRIBE_STRUCT(AdultRow, (), (child, person, name, relation, phone))

struct ClassHead {
  ClassId id;
  std::string label;
  SchoolId school;
  std::string school_name;
  std::int64_t school_year;
};
BOOST_DESCRIBE_STRUCT(ClassHead, (), (id, label, school, school_name, school_year))

struct CalledRow {
  Date on_day;
  Half half;
};
BOOST_DESCRIBE_STRUCT(CalledRow, (), (on_day, half))

struct RegisterRow {
  PersonId pupil;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;
  Date from_on;
  std::optional<Date> until_on;
  std::int64_t year_half_days;
};
BOOST_DESCRIBE_STRUCT(RegisterRow, (), (pupil, first_name, last_name, second_name, from_on, until_on, year_half_days))

struct RegisterMarkRow {
  PersonId pupil;
  Date on_day;
  Half half;
  bool absent;
  bool explained;
};
BOOST_DESCRIBE_STRUCT(RegisterMarkRow, (), (pupil, on_day, half, absent, explained))

struct UnexplainedRow {
  PersonId pupil;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;
  std::string class_label;
  std::int64_t half_days;
};
BOOST_DESCRIBE_STRUCT(UnexplainedRow, (), (pupil, first_name, last_name, second_name, class_label, half_days))

struct HoursRow {
  std::int64_t until_minute;
  std::optional<std::string> phone;
  std::int64_t version;
  Millis changed_at;
  std::string by_name;
};
BOOST_DESCRIBE_STRUCT(HoursRow, (), (until_minute, phone, version, changed_at, by_name))

}  // namespace attendance
