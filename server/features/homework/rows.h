#pragma once
#include "features/homework/wire.h"

/// Rows that the text book's own queries fill or take.
namespace homework {

struct NamesRow {
  std::optional<std::string> civility;
  std::string first_name;
  std::string last_name;
};
BOOST_DESCRIBE_STRUCT(NamesRow, (), (civility, first_name, last_name))

struct EntryRow {
  EntryId id;
  SchoolId school;
  std::int64_t school_year;
  PartyId party;
  PersonId author;
  Profile author_profile;
  std::string author_name;
  Date given_on;
  std::optional<std::int64_t> from_minute;
  std::optional<EntryId> short_of;
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (),
                      (id, school, school_year, party, author, author_profile, author_name, given_on, from_minute, short_of, made_at))

/// What an entry says, as columns: the subject, what was done, what is to be done.
struct TextColumns {
  std::string subject;
  std::string subject_label;
  std::string subject_letter;
  Look subject_look;
  std::optional<std::string> done;
  std::optional<WorkKind> kind;
  std::optional<std::string> task;
  std::optional<std::string> help;
  std::optional<Date> due_on;
  std::optional<std::int64_t> minutes;
};
BOOST_DESCRIBE_STRUCT(TextColumns, (), (subject, subject_label, subject_letter, subject_look, done, kind, task, help, due_on, minutes))

struct VersionRow : TextColumns {
  EntryId entry;
  std::int64_t version;
  std::string fold;
  PersonId made_by;
  std::string made_by_name;
  Millis made_at;
  Millis deliver_at;
  std::optional<Millis> corrected_at;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (TextColumns), (entry, version, fold, made_by, made_by_name, made_at, deliver_at, corrected_at))

struct TargetRow {
  EntryId entry;
  TargetKind kind;
  Uuid target;
  std::optional<ClassId> school_class;
  std::string label;  // of the class or group, also for one child
  Date given_on;
};
BOOST_DESCRIBE_STRUCT(TargetRow, (), (entry, kind, target, school_class, label, given_on))

/// A target as it may be chosen.
struct ChosenTarget {
  TargetKind kind;
  Uuid target;
  std::optional<ClassId> school_class;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(ChosenTarget, (), (kind, target, school_class, label))

/// A target of an entry, by the name teachers read.
struct NamedTarget {
  EntryId entry;
  TargetKind kind;
  Uuid target;
  std::optional<ClassId> school_class;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedTarget, (), (entry, kind, target, school_class, name))

/// The same, with how many children the entry reaches today and how many of them ticked.
struct CountedTarget : NamedTarget {
  std::int64_t children;
  std::int64_t ticked;
};
BOOST_DESCRIBE_STRUCT(CountedTarget, (NamedTarget), (children, ticked))

/// One entry about one child.
struct ItemRow : TextColumns {
  EntryId entry;
  PersonId child;
  std::string child_first_name;
  std::string label;
  Date given_on;
  std::optional<std::int64_t> from_minute;
  std::string author_name;
  Profile author_profile;
  std::optional<Millis> corrected_at;
  bool struck;
  bool ticked;
  std::int64_t files;  // how many
};
BOOST_DESCRIBE_STRUCT(ItemRow, (TextColumns),
                      (entry, child, child_first_name, label, given_on, from_minute, author_name, author_profile, corrected_at, struck,
                       ticked, files))

/// An entry as those who consult the book know it, in its last version.
struct BookRow : TextColumns {
  EntryId entry;
  std::optional<EntryId> short_of;
  SchoolId school;
  PartyId party;
  Date given_on;
  std::optional<std::int64_t> from_minute;
  PersonId author;
  std::string author_name;
  Profile author_profile;
  std::int64_t version;
  std::optional<Millis> withdrawn_at;
  std::optional<Millis> corrected_at;
  bool struck;
  Millis deliver_at;
  std::int64_t files;  // how many
};
BOOST_DESCRIBE_STRUCT(BookRow, (TextColumns),
                      (entry, short_of, school, party, given_on, from_minute, author, author_name, author_profile, version, withdrawn_at,
                       corrected_at, struck, deliver_at, files))

struct FormerRow : TextColumns {
  std::int64_t version;
  std::string made_by_name;
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(FormerRow, (TextColumns), (version, made_by_name, made_at))

struct FoundRow : TextColumns {
  EntryId entry;
  std::optional<ClassId> school_class;
  std::optional<std::string> label;
  Date given_on;
};
BOOST_DESCRIBE_STRUCT(FoundRow, (TextColumns), (entry, school_class, label, given_on))

/// Pupils of one grade in a class.
struct GradeRow {
  ClassId id;
  std::string label;
  std::optional<std::string> grade;
  std::int64_t children;
};
BOOST_DESCRIBE_STRUCT(GradeRow, (), (id, label, grade, children))

/// One of the actor's own pupils to whom an entry was given.
struct GivenTo {
  PersonId child;
  SchoolId school;
  bool has_work;
  bool withdrawn;
};
BOOST_DESCRIBE_STRUCT(GivenTo, (), (child, school, has_work, withdrawn))

struct HeldDays {
  ClassId school_class;
  Date from_on;
  std::optional<Date> until_on;
};
BOOST_DESCRIBE_STRUCT(HeldDays, (), (school_class, from_on, until_on))

struct OwnSubject {
  SubjectId id;
  std::string label;
  std::string letter;
  Look look;
};
BOOST_DESCRIBE_STRUCT(OwnSubject, (), (id, label, letter, look))

struct DecisionRow {
  std::int64_t version;
  bool allowed;
  std::string reason;
  Date decided_on;
  std::string made_by_name;
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (version, allowed, reason, decided_on, made_by_name, made_at))

/// A text that waits, and the day it belongs to.
struct WaitingText {
  EntryId entry;
  std::int64_t version;
  Date given_on;
  Millis deliver_at;
};
BOOST_DESCRIBE_STRUCT(WaitingText, (), (entry, version, given_on, deliver_at))

}  // namespace homework
