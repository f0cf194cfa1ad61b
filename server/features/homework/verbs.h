#pragma once
#include "features/homework/wire.h"
#include "gate/call.h"
#include "gate/file.h"

/// What the text book can be asked, each with what it is given. The paths and rights are in feature.cpp.
namespace homework {

// ---- a pupil, a guardian

struct ListItems {
  std::optional<PersonId> child;       // only this one; a pupil has only themself
  std::optional<Date> from_on;         // Monday of this week unless it is said
  std::optional<Date> until_on;        // the Sunday after from_on unless it is said; at most 62 days
  std::optional<std::string> subject;  // a subject's key
};
BOOST_DESCRIBE_STRUCT(ListItems, (), (child, from_on, until_on, subject))
/// What was given, or is due, within those days.
/// Errors: invalid — /until_on homework.too_wide
/// Source: TXT-01, TXT-02 (docs/requirements.md)
Result<wire::Pages> list_items(gate::Call<ListItems>&);

struct TickWork {
  EntryId entry;
  bool done;
  std::optional<Millis> at;  // when it was ticked, if before now: without network, it is told later
};
BOOST_DESCRIBE_STRUCT(TickWork, (), (entry, done, at))
/// What stands after it: the last moment wins, whichever arrives last.
/// Errors: not_found — homework.no_entry (not given to this pupil, or nothing to do)
///         gone      — homework.withdrawn
Result<wire::Ticked> tick_work(gate::Call<TickWork>&);

// ---- a teacher, a substitute, the head

struct OpenBook {
  std::optional<ClassId> school_class;  // the first of them unless it is said
  std::optional<Date> from_on;          // as ListItems
  std::optional<Date> until_on;
  std::optional<std::string> subject;
};
BOOST_DESCRIBE_STRUCT(OpenBook, (), (school_class, from_on, until_on, subject))
/// Errors: not_found — homework.no_class; invalid — /until_on homework.too_wide
Result<wire::Book> open_book(gate::Call<OpenBook>&);

struct OneEntry {
  EntryId entry;
};
BOOST_DESCRIBE_STRUCT(OneEntry, (), (entry))
/// With every text it had. Errors: not_found — homework.no_entry
Result<wire::EntryPage> find_entry(gate::Call<OneEntry>&);

/// Everything the writer needs before writing.
Result<wire::Desk> open_desk(gate::Call<gate::NoInput>&);

struct ChooseTarget {
  TargetKind kind;
  Uuid id;
};
BOOST_DESCRIBE_STRUCT(ChooseTarget, (), (kind, id))

/// A shorter version for some of the pupils: they see it instead, the others do not see that it exists (TXT-05).
struct ShortVersion {
  std::vector<PersonId> children;  // 1 to 40
  std::string task;
  std::optional<std::string> help;
  std::optional<std::int64_t> minutes;
};
BOOST_DESCRIBE_STRUCT(ShortVersion, (), (children, task, help, minutes))

struct NewEntry {
  std::vector<ChooseTarget> targets;        // 1 to 60
  Date given_on;                            // of this school year
  std::optional<std::int64_t> from_minute;  // of the day
  std::string subject;                      // a key of the desk
  std::optional<std::string> done;          // at most 4000 characters
  std::optional<wire::Work> work;           // done, work or both
  std::optional<ShortVersion> short_version;
  std::optional<std::vector<uploads::UploadId>> files;  // at most 5, in this order
};
BOOST_DESCRIBE_STRUCT(NewEntry, (), (targets, given_on, from_minute, subject, done, work, short_version, files))
/// Families and pupils read it from the end of quiet hours on, and not before the day it belongs to.
/// Errors: invalid — with each field at fault (see writing.h), /targets homework.no_target
///         refused — homework.out_of_reach, homework.not_your_days, homework.written_off
///         and those of uploads::attach
/// Source: TXT-01, TXT-03..06 (docs/requirements.md)
Result<wire::Given> give(gate::Call<NewEntry>&);

struct ChangeEntry {
  EntryId entry;
  std::int64_t version;  // the one that was read
  std::optional<std::int64_t> from_minute;
  std::string subject;
  std::optional<std::string> done;
  std::optional<wire::Work> work;
  std::optional<std::vector<uploads::UploadId>> files;  // absent: they stay
};
BOOST_DESCRIBE_STRUCT(ChangeEntry, (), (entry, version, from_minute, subject, done, work, files))
/// Makes the next text. After the entry's day it is a correction, which readers are told. Targets and day stay.
/// Errors: as give, and not_found — homework.no_entry; refused — homework.may_not_change; gone — homework.withdrawn;
///         stale — homework.stale
/// Source: TXT-07 (docs/requirements.md)
Result<wire::Given> change_entry(gate::Call<ChangeEntry>&);

struct WithdrawEntry {
  EntryId entry;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(WithdrawEntry, (), (entry, version))
/// On its day it is gone, later it stays crossed out. A shorter version goes with it. Errors: as change_entry
Result<> withdraw_entry(gate::Call<WithdrawEntry>&);

struct CopyWeek {
  ClassId school_class;
  Date from_monday;  // the week to take
  Date to_monday;    // where to put it
};
BOOST_DESCRIBE_STRUCT(CopyWeek, (), (school_class, from_monday, to_monday))
/// Gives again what was given in a week, each on the same weekday, or on the next school day.
/// Errors: not_found — homework.no_class; invalid — /from_monday, /to_monday homework.not_monday, /to_monday homework.same_week,
///         homework.other_year; refused — homework.not_your_days
Result<wire::Copied> copy_week(gate::Call<CopyWeek>&);

struct SetOpening {
  ClassId school_class;
  bool open;
};
BOOST_DESCRIBE_STRUCT(SetOpening, (), (school_class, open))
/// Opens the current period (since the last holidays) to pupils who arrive later, or closes it.
/// Errors: not_found — homework.no_class
/// Source: SC-13 (docs/sources.md#rights)
Result<wire::Opening> set_opening(gate::Call<SetOpening>&);

// ---- the head

Result<wire::WrittenWork> find_written(gate::Call<gate::NoInput>&);

struct DecideWritten {
  bool allowed;
  std::string reason;  // 1 to 300 characters
  Date decided_on;     // not after today
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(DecideWritten, (), (allowed, reason, decided_on, version))
/// Errors: invalid — /reason homework.reason_empty, too_long, /decided_on homework.date_future; stale — homework.stale
/// Source: TXT-03 (docs/requirements.md)
Result<wire::WrittenWork> decide_written(gate::Call<DecideWritten>&);

Result<wire::Subjects> list_subjects(gate::Call<gate::NoInput>&);

struct AddSubject {
  std::string label;   // 1 to 40 characters
  std::string letter;  // 1 or 2
  Look look;
};
BOOST_DESCRIBE_STRUCT(AddSubject, (), (label, letter, look))
/// Errors: invalid — /label required, too_long, homework.subject_known; /letter homework.letter; conflict — homework.many_subjects
Result<wire::Subjects> add_subject(gate::Call<AddSubject>&);

struct RetireSubject {
  SubjectId subject;
};
BOOST_DESCRIBE_STRUCT(RetireSubject, (), (subject))
/// Errors: not_found — homework.no_subject
Result<wire::Subjects> retire_subject(gate::Call<RetireSubject>&);

// ---- everybody

struct EntryFile {
  EntryId entry;
  uploads::UploadId upload;
  std::optional<uploads::Size> size;
  std::optional<uploads::Format> format;
};
BOOST_DESCRIBE_STRUCT(EntryFile, (), (entry, upload, size, format))
/// One file of an entry one reads.
/// Errors: not_found — homework.no_entry, uploads.no_file
Result<gate::File> entry_file(gate::Call<EntryFile>&);

struct FindWords {
  std::string words;              // 2 to 100 characters; the first three words count
  std::optional<PersonId> child;  // of a guardian
};
BOOST_DESCRIBE_STRUCT(FindWords, (), (words, child))
/// Accents and capitals do not matter. Errors: invalid — /words homework.words_short
Result<wire::FoundList> find_words(gate::Call<FindWords>&);

// ---- cards of the home

Result<wire::PupilCard> pupil_card(Tx&, const Actor&);
Result<wire::FamilyCard> family_card(Tx&, const Actor&);
Result<wire::ClassCard> class_card(Tx&, const Actor&);

}  // namespace homework
