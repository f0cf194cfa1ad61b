#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "people/ids.h"

namespace attendance {

using ToldId = Id<struct ToldTag>;
using MarkId = Id<struct MarkTag>;

/// The unit of absence (docs/glossary.md, half_day).
enum class Half { morning, afternoon };
BOOST_DESCRIBE_ENUM(Half, morning, afternoon)

/// What a family tells of a day: away from it or from half of it, or there only from (until) a minute of the day.
enum class Part { day, morning, afternoon, arrives, leaves };
BOOST_DESCRIBE_ENUM(Part, day, morning, afternoon, arrives, leaves)

/// A category, never a medical detail (LIA-04).
enum class Reason { ill, appointment, family, transport, other };
BOOST_DESCRIBE_ENUM(Reason, ill, appointment, family, transport, other)

/// Where one pupil is in one half-day. Absent has no minutes; nothing set is present.
struct Presence {
  bool absent = false;
  std::optional<std::int64_t> arrived_minute;  // of the day: came late
  std::optional<std::int64_t> left_minute;     // of the day: left early
  bool operator==(const Presence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Presence, (), (absent, arrived_minute, left_minute))

namespace wire {

// ---- what a guardian sees

/// What was told of one day. Who told it reads it back; another guardian knows that it was told (SC-01), not why.
struct Told {
  ToldId told;
  PersonId child;
  Date on_day;
  Part part;
  std::optional<std::int64_t> minute;  // with arrives and leaves
  bool mine;
  std::optional<Reason> reason;     // mine only
  std::optional<std::string> line;  // mine only
  Millis told_at;
  std::int64_t version;
  bool may_change;
};
BOOST_DESCRIBE_STRUCT(Told, (), (told, child, on_day, part, minute, mine, reason, line, told_at, version, may_change))

/// A half-day that a child missed, or did not wholly spend at school.
struct Missed {
  MarkId mark;
  PersonId child;
  Date on_day;
  Half half;
  bool absent;
  std::optional<std::int64_t> arrived_minute;
  std::optional<std::int64_t> left_minute;
  bool explained;    // a guardian told it, before or after
  bool mine;         // this one
  bool may_explain;  // nobody did, and it is not too late
  bool unread;       // a notice of it waits behind the bell
};
BOOST_DESCRIBE_STRUCT(Missed, (), (mark, child, on_day, half, absent, arrived_minute, left_minute, explained, mine, may_explain, unread))

struct FamilyChild {
  PersonId child;
  std::string first_name;
  std::string school_name;
  std::string class_label;
  bool may_tell;  // false: informed only, or no longer at this school
  bool class_today;
  std::int64_t until_minute;  // of the day, for that same day
  std::optional<std::string> phone;
  std::vector<Date> days;      // that may be told now: the next school days, today while it is time; at most 12
  std::vector<Told> told;      // today and later, soonest first
  std::vector<Missed> missed;  // this school year, latest first
  std::int64_t half_days;      // absent, this school year
};
BOOST_DESCRIBE_STRUCT(FamilyChild, (),
                      (child, first_name, school_name, class_label, may_tell, class_today, until_minute, phone, days, told, missed,
                       half_days))

struct Family {
  std::vector<FamilyChild> children;  // by first name
};
BOOST_DESCRIBE_STRUCT(Family, (), (children))

struct ToldList {
  std::vector<Told> told;
};
BOOST_DESCRIBE_STRUCT(ToldList, (), (told))

/// One child on the home.
struct ChildToday {
  PersonId child;
  bool may_tell;
  bool class_today;
  bool today_open;  // there is class, and the hour has not passed
  std::int64_t until_minute;
  std::optional<std::string> phone;
  std::optional<Told> told;  // the soonest, today or later
  bool missing;              // absent at today's roll call, and nobody said why
};
BOOST_DESCRIBE_STRUCT(ChildToday, (), (child, may_tell, class_today, today_open, until_minute, phone, told, missing))

struct FamilyCard {
  std::vector<ChildToday> children;
};
BOOST_DESCRIBE_STRUCT(FamilyCard, (), (children))

// ---- what a teacher or a head sees

/// What the family told, as the school reads it.
struct Said {
  Part part;
  std::optional<std::int64_t> minute;
  Reason reason;
  std::optional<std::string> line;
  Millis told_at;
};
BOOST_DESCRIBE_STRUCT(Said, (), (part, minute, reason, line, told_at))

/// One pupil in a roll call. Until the roll is called, `presence` is what the family told to expect.
struct Pupil {
  PersonId pupil;
  std::string name;  // first name; with more when two of the class share it
  Presence presence;
  std::int64_t version;                // of the mark; 0: none
  std::optional<std::string> by_name;  // who marked last
  std::optional<Said> said;
};
BOOST_DESCRIBE_STRUCT(Pupil, (), (pupil, name, presence, version, by_name, said))

struct RollCall {
  ClassId school_class;
  std::string label;
  Date on_day;
  Half half;
  bool school_day;  // there is class in that half-day
  bool may_call;
  std::optional<Millis> called_at;
  std::optional<std::string> called_by;
  std::vector<Pupil> pupils;  // by first name
};
BOOST_DESCRIBE_STRUCT(RollCall, (), (school_class, label, on_day, half, school_day, may_call, called_at, called_by, pupils))

/// A roll call kept. `differing`: pupils whom somebody else marked otherwise in between; theirs stands, look again.
struct Saved {
  Millis called_at;
  std::vector<PersonId> differing;
};
BOOST_DESCRIBE_STRUCT(Saved, (), (called_at, differing))

/// A teacher's classes at this hour.
struct CallCard {
  std::vector<RollCall> classes;
};
BOOST_DESCRIBE_STRUCT(CallCard, (), (classes))

struct ClassToday {
  ClassId school_class;
  std::string label;
  std::int64_t pupils;
  std::optional<Millis> morning_at;  // when the roll was called
  std::optional<Millis> afternoon_at;
  std::int64_t absent_morning;
  std::int64_t absent_afternoon;
};
BOOST_DESCRIBE_STRUCT(ClassToday, (), (school_class, label, pupils, morning_at, afternoon_at, absent_morning, absent_afternoon))

/// Whoever may be telephoned. Nobody who is suspended.
struct Adult {
  PersonId person;
  std::string name;
  std::string relation;              // the directory's code: "10" mother, "20" father…
  std::optional<std::string> phone;  // as they gave it themself; the head reads it even where it is kept apart (SC-04)
};
BOOST_DESCRIBE_STRUCT(Adult, (), (person, name, relation, phone))

/// A pupil who was, or will be, away that day.
struct Away {
  PersonId pupil;
  std::string name;
  ClassId school_class;
  std::string class_label;
  std::optional<Presence> morning;  // absent: not called yet, or there
  std::optional<Presence> afternoon;
  std::optional<Said> said;
  bool to_call;  // absent, nobody told, nobody telephoned
  std::optional<Millis> phoned_at;
  std::optional<std::string> phoned_by;
  std::vector<Adult> adults;  // of those nobody told about
};
BOOST_DESCRIBE_STRUCT(Away, (), (pupil, name, school_class, class_label, morning, afternoon, said, to_call, phoned_at, phoned_by, adults))

struct Today {
  Date on_day;
  Half half;
  bool school_day;
  std::vector<ClassToday> classes;
  std::vector<Away> away;  // by class, then by name
};
BOOST_DESCRIBE_STRUCT(Today, (), (on_day, half, school_day, classes, away))

/// The head's home: this half-day in numbers.
struct TodayCard {
  Half half;
  bool school_day;
  std::int64_t classes;  // with pupils
  std::int64_t called;
  std::int64_t present;  // in the classes called
  std::int64_t absent;
  std::vector<std::string> to_call;  // "Victor Lam, GS"; at most 10
};
BOOST_DESCRIBE_STRUCT(TodayCard, (), (half, school_day, classes, called, present, absent, to_call))

// ---- the register

struct RegisterDay {
  Date on_day;
  bool afternoon;  // false: class in the morning only
  bool morning_called;
  bool afternoon_called;
};
BOOST_DESCRIBE_STRUCT(RegisterDay, (), (on_day, afternoon, morning_called, afternoon_called))

struct RegisterMark {
  Date on_day;
  Half half;
  bool absent;  // false: late, or gone early
  bool explained;
};
BOOST_DESCRIBE_STRUCT(RegisterMark, (), (on_day, half, absent, explained))

struct RegisterPupil {
  PersonId pupil;
  std::string name;  // "Delmas Tom"
  Date from_on;      // in this class
  std::optional<Date> until_on;
  std::vector<RegisterMark> marks;
  std::int64_t month_half_days;
  std::int64_t month_unexplained;
  std::int64_t year_half_days;  // in this school, to the end of this month
};
BOOST_DESCRIBE_STRUCT(RegisterPupil, (), (pupil, name, from_on, until_on, marks, month_half_days, month_unexplained, year_half_days))

/// One month of one class, to be printed.
struct Register {
  ClassId school_class;
  std::string label;
  std::string school_name;
  Date month;                         // its first day
  std::vector<RegisterDay> days;      // school days
  std::vector<RegisterPupil> pupils;  // by name
};
BOOST_DESCRIBE_STRUCT(Register, (), (school_class, label, school_name, month, days, pupils))

struct UnexplainedPupil {
  PersonId pupil;
  std::string name;
  std::string class_label;
  std::int64_t half_days;
};
BOOST_DESCRIBE_STRUCT(UnexplainedPupil, (), (pupil, name, class_label, half_days))

/// Pupils with as many unexplained half-days in a month as the law asks the head to look at. A list, and nothing else.
struct Unexplained {
  Date month;
  std::int64_t threshold;
  std::vector<UnexplainedPupil> pupils;
};
BOOST_DESCRIBE_STRUCT(Unexplained, (), (month, threshold, pupils))

// ---- the hour

struct Hours {
  std::int64_t until_minute;         // of the day
  std::optional<std::string> phone;  // what families are asked to dial after it
  std::int64_t version;              // 0: nobody changed the usual hour
  std::optional<std::string> by_name;
  std::optional<Millis> changed_at;
};
BOOST_DESCRIBE_STRUCT(Hours, (), (until_minute, phone, version, by_name, changed_at))

}  // namespace wire
}  // namespace attendance
