#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "people/ids.h"
#include "people/right.h"
#include "uploads/wire.h"

namespace homework {

using EntryId = Id<struct EntryTag>;
using SubjectId = Id<struct SubjectTag>;

/// What may be given to do outside class. `written` is off until the head decides otherwise (TXT-03).
enum class WorkKind { lesson, reading, to_bring, to_say, written };
BOOST_DESCRIBE_ENUM(WorkKind, lesson, reading, to_bring, to_say, written)

/// One of eight pairs of outline and colour that differ in lightness too: told apart in grey, and by shape alone.
enum class Look { flower, hexagon, drop, leaf, circle, diamond, house, square };
BOOST_DESCRIBE_ENUM(Look, flower, hexagon, drop, leaf, circle, diamond, house, square)

enum class TargetKind { school_class, school_group, child };
BOOST_DESCRIBE_ENUM(TargetKind, school_class, school_group, child)

namespace wire {

struct Subject {
  std::string key;  // "maths", or the id of a subject the school added
  std::string label;
  std::string letter;
  Look look;
};
BOOST_DESCRIBE_STRUCT(Subject, (), (key, label, letter, look))

/// What is to be done outside class.
struct Work {
  WorkKind kind;
  std::string task;                     // one sentence, 1 to 160 characters
  std::optional<std::string> help;      // at most 300
  Date due_on;                          // a school day
  std::optional<std::int64_t> minutes;  // 1 to 120
};
BOOST_DESCRIBE_STRUCT(Work, (), (kind, task, help, due_on, minutes))

// ---- what a pupil and their guardians see

/// One entry about one child. `label` is how the class or the group is called, also when the entry is for this child alone.
struct Item {
  EntryId entry;
  PersonId child;
  std::string child_first_name;
  std::string label;
  Date given_on;
  std::optional<std::int64_t> from_minute;  // of the day, when the lesson began
  Subject subject;
  std::optional<std::string> done;
  std::optional<Work> work;
  std::string author_name;
  Profile author_role;
  std::optional<Millis> corrected_at;
  bool struck;  // taken back after its day: shown crossed out
  bool ticked;
  std::vector<uploads::wire::File> files;
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (entry, child, child_first_name, label, given_on, from_minute, subject, done, work, author_name, author_role,
                       corrected_at, struck, ticked, files))

struct Pages {
  std::vector<Item> items;  // by day given, hour, class; at most 400
};
BOOST_DESCRIBE_STRUCT(Pages, (), (items))

struct Ticked {
  bool done;
  Millis at;
};
BOOST_DESCRIBE_STRUCT(Ticked, (), (done, at))

// ---- what teachers and the head see

struct Target {
  TargetKind kind;
  Uuid id;
  std::string label;  // "CE2", "Chorale", "Tom Delmas"
};
BOOST_DESCRIBE_STRUCT(Target, (), (kind, id, label))

struct Entry {
  EntryId entry;
  std::optional<EntryId> short_of;  // a shorter version of that entry
  std::vector<Target> targets;
  Date given_on;
  std::optional<std::int64_t> from_minute;
  Subject subject;
  std::optional<std::string> done;
  std::optional<Work> work;
  std::string author_name;
  Profile author_role;
  std::int64_t version;
  std::optional<Millis> corrected_at;
  bool struck;
  Millis deliver_at;
  bool held;              // families and pupils do not see this text yet
  std::int64_t children;  // it reaches today
  std::int64_t ticked;    // of them; who, nobody is told
  bool may_change;
  std::vector<uploads::wire::File> files;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (entry, short_of, targets, given_on, from_minute, subject, done, work, author_name, author_role, version,
                       corrected_at, struck, deliver_at, held, children, ticked, may_change, files))

/// A text before the present one.
struct FormerText {
  std::int64_t version;
  Subject subject;
  std::optional<std::string> done;
  std::optional<Work> work;
  std::string made_by_name;
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(FormerText, (), (version, subject, done, work, made_by_name, made_at))

struct EntryPage {
  Entry entry;
  std::vector<FormerText> former;  // latest first
};
BOOST_DESCRIBE_STRUCT(EntryPage, (), (entry, former))

struct ClassLine {
  ClassId id;
  std::string label;
  std::int64_t children;
  std::int64_t ceiling;  // minutes a day, of its youngest grade
  std::int64_t cycle;    // 1 to 3, of its youngest grade
};
BOOST_DESCRIBE_STRUCT(ClassLine, (), (id, label, children, ceiling, cycle))

struct BookDay {
  Date on;
  bool school_day;
  std::string why_off;   // "Vacances de la Toussaint"; empty for a day off of the week
  std::int64_t minutes;  // expected for that day of the pupil who has most
};
BOOST_DESCRIBE_STRUCT(BookDay, (), (on, school_day, why_off, minutes))

struct Book {
  std::vector<ClassLine> classes;       // that may be looked at, by name
  std::optional<ClassId> school_class;  // the one looked at; none when there is none
  std::optional<Date> open_from;        // to those who arrive later
  std::vector<BookDay> days;
  std::vector<Entry> entries;  // given or due within those days, by day given and hour; at most 400
};
BOOST_DESCRIBE_STRUCT(Book, (), (classes, school_class, open_from, days, entries))

struct SubjectLine {
  std::string key;
  std::string label;
  std::string letter;
  Look look;
  std::vector<std::int64_t> cycles;  // where it is usual
  std::optional<SubjectId> own;      // of a subject the school added
};
BOOST_DESCRIBE_STRUCT(SubjectLine, (), (key, label, letter, look, cycles, own))

struct GroupLine {
  GroupId id;
  std::string label;
  std::int64_t children;
};
BOOST_DESCRIBE_STRUCT(GroupLine, (), (id, label, children))

struct ChildLine {
  PersonId id;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;  // tells homonyms apart
  ClassId school_class;
};
BOOST_DESCRIBE_STRUCT(ChildLine, (), (id, first_name, last_name, second_name, school_class))

struct Load {
  ClassId school_class;
  Date due_on;
  std::int64_t minutes;  // of the pupil who has most
};
BOOST_DESCRIBE_STRUCT(Load, (), (school_class, due_on, minutes))

/// One decision about written work at home.
struct Decision {
  bool allowed;
  std::string reason;
  Date decided_on;
  std::string made_by_name;
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (allowed, reason, decided_on, made_by_name, made_at))

struct WrittenWork {
  bool allowed;
  std::int64_t version;             // 0: nobody has decided, the texts' usual no holds
  std::vector<Decision> decisions;  // latest first, at most 50
};
BOOST_DESCRIBE_STRUCT(WrittenWork, (), (allowed, version, decisions))

/// What the writer needs before writing.
struct Desk {
  std::vector<ClassLine> classes;
  std::vector<GroupLine> groups;  // that hold pupils of those classes
  std::vector<ChildLine> children;
  std::vector<SubjectLine> subjects;  // as they are offered, the school's own last
  std::vector<BookDay> days;          // the next ten weeks, without minutes
  std::vector<Load> loads;            // of those days
  std::optional<Date> next_day;       // the next school day
  std::optional<Date> before_holidays;
  bool class_over;    // what is given now for the next school day may not be seen in time
  Millis deliver_at;  // were it given now
  bool held;          // deliver_at is later, because of quiet hours
  WrittenWork written;
};
BOOST_DESCRIBE_STRUCT(Desk, (),
                      (classes, groups, children, subjects, days, loads, next_day, before_holidays, class_over, deliver_at, held, written))

/// A class that has more to do that day than is usual at its grade. It is said, never refused.
struct Heavy {
  ClassId school_class;
  std::string label;
  std::int64_t minutes;
  std::int64_t ceiling;
};
BOOST_DESCRIBE_STRUCT(Heavy, (), (school_class, label, minutes, ceiling))

struct Given {
  EntryId entry;
  std::optional<EntryId> short_version;
  std::int64_t version;
  Millis deliver_at;
  bool held;
  bool late;  // after class, for the next school day
  std::vector<Heavy> heavy;
};
BOOST_DESCRIBE_STRUCT(Given, (), (entry, short_version, version, deliver_at, held, late, heavy))

struct Copied {
  std::int64_t given;
  std::int64_t moved;     // of them, to the next school day
  std::int64_t left_out;  // for pupils who are no longer there, or written work that is off
};
BOOST_DESCRIBE_STRUCT(Copied, (), (given, moved, left_out))

struct Opening {
  std::optional<Date> from_on;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (from_on))

struct Subjects {
  std::vector<SubjectLine> subjects;
};
BOOST_DESCRIBE_STRUCT(Subjects, (), (subjects))

// ---- everybody

struct Found {
  EntryId entry;
  std::optional<PersonId> child;        // whose it is, for a guardian
  std::optional<ClassId> school_class;  // where to look at it, for a teacher or a head
  std::string label;
  Date given_on;
  std::optional<Date> due_on;
  Subject subject;
  std::optional<std::string> task;
  std::optional<std::string> done;
};
BOOST_DESCRIBE_STRUCT(Found, (), (entry, child, school_class, label, given_on, due_on, subject, task, done))

struct FoundList {
  std::vector<Found> found;  // latest first, at most 50
};
BOOST_DESCRIBE_STRUCT(FoundList, (), (found))

// ---- cards of the home

/// Pupil: what is to be done, and the lessons of today.
struct PupilCard {
  std::optional<Date> next_day;  // the next school day; none: there is none for long
  std::vector<Item> for_next;    // due that day, at most 20
  std::vector<Item> for_today;   // due today, at most 20
  std::vector<Item> lessons;     // given today, by hour, at most 20
};
BOOST_DESCRIBE_STRUCT(PupilCard, (), (next_day, for_next, for_today, lessons))

/// Guardian: what their children have to do within a week.
struct FamilyCard {
  std::vector<Item> to_do;  // soonest first, at most 40
};
BOOST_DESCRIBE_STRUCT(FamilyCard, (), (to_do))

/// Teacher and substitute: what was given for the days to come.
struct ClassCard {
  std::vector<Entry> to_come;  // soonest first, at most 20
};
BOOST_DESCRIBE_STRUCT(ClassCard, (), (to_come))

}  // namespace wire
}  // namespace homework
