#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "people/ids.h"
#include "richtext/document.h"
#include "uploads/wire.h"

namespace liaison {

using NoteId = Id<struct NoteTag>;

enum class Kind { information, authorisation, meeting };
BOOST_DESCRIBE_ENUM(Kind, information, authorisation, meeting)

/// What families are asked: to read, one guardian's reply (a usual act), or the reply of every guardian (a major act). A reply is a
/// signature, answers to the note's questions, or both in one act.
enum class Ask { read, sign_one, sign_all };
BOOST_DESCRIBE_ENUM(Ask, read, sign_one, sign_all)

/// A class's families, the families of a whole school, or the guardians of one child.
enum class AudienceKind { school_class, school, child };
BOOST_DESCRIBE_ENUM(AudienceKind, school_class, school, child)

/// Where one child's families stand: to_chase has not opened, seen has opened, done has signed (or read, when reading was asked).
enum class Stack { to_chase, seen, done };
BOOST_DESCRIBE_ENUM(Stack, to_chase, seen, done)

enum class Way { screen, paper };
BOOST_DESCRIBE_ENUM(Way, screen, paper)

/// What a question asks: yes or no of the child, whether this adult accompanies, one of some options for the child, some words, a number
/// of places for this adult. Yes-no and choice concern the child: two guardians may contradict each other there, and only there.
enum class QuestionKind { yes_no, accompany, choice, text, places };
BOOST_DESCRIBE_ENUM(QuestionKind, yes_no, accompany, choice, text, places)

namespace wire {

struct Question {
  QuestionKind kind;
  std::string text;                                 // 1 to 120 characters
  std::optional<std::vector<std::string>> options;  // of a choice: 2 to 6, each 1 to 60 characters
};
BOOST_DESCRIBE_STRUCT(Question, (), (kind, text, options))

/// The answer to one question: the member of its kind. Some words may be left empty.
struct Answer {
  std::optional<bool> yes;             // yes_no, accompany
  std::optional<std::int64_t> option;  // choice: from 0
  std::optional<std::string> text;     // at most 200 characters
  std::optional<std::int64_t> places;  // 0 to 20
};
BOOST_DESCRIBE_STRUCT(Answer, (), (yes, option, text, places))

/// The facts of a meeting or an outing; every member is optional, a meeting needs on and from.
struct Facts {
  std::optional<Date> on;
  std::optional<std::int64_t> from_minute;   // of the day, 0 to 1439
  std::optional<std::int64_t> until_minute;  // after from_minute
  std::optional<std::string> place;          // at most 120 characters
  std::optional<std::string> price;          // in words: "rien à payer", "3 €"; at most 60 characters
};
BOOST_DESCRIBE_STRUCT(Facts, (), (on, from_minute, until_minute, place, price))

/// A child as a family or a teacher sees it; the sticker's shape and colour follow from the id, in the browser.
struct Child {
  PersonId id;
  std::string first_name;
};
BOOST_DESCRIBE_STRUCT(Child, (), (id, first_name))

// ---- what a guardian sees

/// One note about one child, as one of the child's guardians sees it in a list.
struct NoteLine {
  NoteId note;
  Kind kind;
  Ask ask;
  std::string title;
  std::string author_name;
  std::string audience_label;  // "CE1 A", "Toute l'école"
  std::string party_name;      // EDI-02: who answers for it
  SchoolId school;
  std::string school_name;
  PersonId child;
  std::string child_first_name;
  Millis delivered_at;
  std::optional<Date> sign_before;
  std::optional<Millis> opened_at;
  std::optional<Millis> signed_at;    // by this guardian
  std::optional<Millis> reminded_at;  // the last reminder this guardian received
  bool settled;                       // nothing is awaited of this guardian about this child
  bool signature;                     // false: the reply is answers alone
  std::int64_t questions;             // how many the note asks
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(NoteLine, (),
                      (note, kind, ask, title, author_name, audience_label, party_name, school, school_name, child, child_first_name,
                       delivered_at, sign_before, opened_at, signed_at, reminded_at, settled, signature, questions, version))

struct NoteList {
  std::vector<NoteLine> notes;        // latest first, at most 50
  std::optional<Millis> next_before;  // ask again with this when there is more
};
BOOST_DESCRIBE_STRUCT(NoteList, (), (notes, next_before))

/// What is expected of this guardian for one of their children, and what was done.
struct ForChild {
  PersonId child;
  std::string first_name;
  std::optional<Millis> opened_at;
  std::optional<Millis> signed_at;             // by this guardian, on the present version
  std::optional<Millis> undo_until;            // while the signature may still be taken back
  bool may_sign;                               // false: to read only, already replied, withdrawn, or without the right to sign
  bool settled_by_other;                       // one reply was enough and somebody gave it; with questions one may still answer otherwise
  std::optional<Millis> paper_at;              // a paper slip was recorded
  std::optional<std::vector<Answer>> answers;  // this guardian's own, one for each question; never another's
  std::optional<Millis> answered_at;
  std::optional<Millis> device_at;  // when they signed, if that waited for the network: signed_at is when it came here
  bool may_change_answer;           // until the last day to reply
};
BOOST_DESCRIBE_STRUCT(ForChild, (),
                      (child, first_name, opened_at, signed_at, undo_until, may_sign, settled_by_other, paper_at, answers, answered_at,
                       device_at, may_change_answer))

/// A note as one guardian reads it.
struct Note {
  NoteId id;
  Kind kind;
  Ask ask;
  std::string title;
  richtext::Document body;
  Facts facts;
  std::string author_name;
  std::string author_role;  // "enseignante", "direction": a word key, not a sentence
  std::string audience_label;
  std::string party_name;
  std::string school_name;
  Millis delivered_at;
  std::optional<Millis> changed_at;  // when a later version replaced the first
  std::optional<Date> sign_before;
  std::int64_t version;
  bool withdrawn;  // title, body, facts and questions are then empty
  bool signature;  // false: the reply is answers alone
  std::vector<Question> questions;
  std::vector<uploads::wire::File> files;
  std::vector<ForChild> children;
};
BOOST_DESCRIBE_STRUCT(Note, (),
                      (id, kind, ask, title, body, facts, author_name, author_role, audience_label, party_name, school_name, delivered_at,
                       changed_at, sign_before, version, withdrawn, signature, questions, files, children))

struct Signed {
  Millis signed_at;
  Millis undo_until;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (signed_at, undo_until))

struct Answered {
  Millis answered_at;
  Millis signed_at;   // the first reply of this guardian
  Millis undo_until;  // while it may be taken back
  bool may_change_answer;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (answered_at, signed_at, undo_until, may_change_answer))

// ---- what a teacher or a head sees

struct AudienceLine {
  AudienceKind kind;
  Uuid id;  // of the class, the school or the child
  std::string label;
  std::int64_t children;
  std::int64_t adults;            // guardians who will receive it
  std::int64_t without_guardian;  // children whom only paper reaches
};
BOOST_DESCRIBE_STRUCT(AudienceLine, (), (kind, id, label, children, adults, without_guardian))

/// What the writer needs before writing: to whom, and when it would arrive.
struct Desk {
  std::vector<AudienceLine> audiences;  // classes first, then the school (head only), at most 60
  Millis deliver_at;                    // were it sent now
  bool quiet;                           // deliver_at is later because of quiet hours
};
BOOST_DESCRIBE_STRUCT(Desk, (), (audiences, deliver_at, quiet))

struct Sent {
  NoteId note;
  std::int64_t version;
  Millis deliver_at;
  bool quiet;
  std::int64_t children;
  std::int64_t adults;
};
BOOST_DESCRIBE_STRUCT(Sent, (), (note, version, deliver_at, quiet, children, adults))

/// One note in the list of those who follow it.
struct SentLine {
  NoteId note;
  Kind kind;
  Ask ask;
  std::string title;
  std::string author_name;
  std::string audience_label;
  Millis sent_at;
  Millis deliver_at;
  std::optional<Date> sign_before;
  std::int64_t version;
  bool withdrawn;
  std::int64_t children;
  std::int64_t done;
  std::int64_t seen;
  std::int64_t opposite;  // children whose guardians answered otherwise than one another
  bool signature;
  std::int64_t questions;
};
BOOST_DESCRIBE_STRUCT(SentLine, (),
                      (note, kind, ask, title, author_name, audience_label, sent_at, deliver_at, sign_before, version, withdrawn, children,
                       done, seen, opposite, signature, questions))

struct SentList {
  std::vector<SentLine> notes;  // latest first, at most 50
  std::optional<Millis> next_before;
};
BOOST_DESCRIBE_STRUCT(SentList, (), (notes, next_before))

/// One guardian of one child, in a follow-up.
struct Signer {
  PersonId person;
  std::string name;   // "Sarah Delmas"
  bool ever_entered;  // false: this account has never been used, paper may serve better
  bool may_sign;      // false: only informed; nothing is awaited of them
  std::optional<Millis> opened_at;
  std::optional<Millis> signed_at;  // or answered
  std::optional<Way> way;
  std::optional<Millis> reminded_at;
  std::optional<std::vector<Answer>> answers;  // one for each question
  std::optional<Millis> device_at;             // as in ForChild
};
BOOST_DESCRIBE_STRUCT(Signer, (), (person, name, ever_entered, may_sign, opened_at, signed_at, way, reminded_at, answers, device_at))

struct FollowedChild {
  PersonId child;
  std::string first_name;
  std::string last_name;
  Stack stack;
  std::vector<Signer> guardians;                    // none: only paper reaches this child
  std::optional<Millis> paper_at;                   // a slip recorded for a child without guardian
  std::int64_t signatures;                          // replies given, on the present version
  std::int64_t needed;                              // 0 to read, 1, or one for every guardian who may sign
  bool opposite;                                    // the guardians contradict each other: SC-02
  std::vector<Answer> decided;                      // one for each question, empty where it is open or belongs to each adult
  std::optional<std::vector<Answer>> slip_answers;  // of a slip without name
};
BOOST_DESCRIBE_STRUCT(FollowedChild, (),
                      (child, first_name, last_name, stack, guardians, paper_at, signatures, needed, opposite, decided, slip_answers))

/// What one question comes to, over the children followed.
struct Total {
  std::int64_t yes;                   // yes_no: children who come; accompany: adults who do, each once
  std::int64_t no;                    // yes_no: children who do not
  std::int64_t open;                  // yes_no, choice: children for whom it is not decided
  std::vector<std::int64_t> options;  // choice: children for each option
  std::int64_t places;                // of all adults
  std::int64_t texts;                 // how many wrote something
};
BOOST_DESCRIBE_STRUCT(Total, (), (yes, no, open, options, places, texts))

/// The children followed, by the way their family was reached: LIA-06.
struct Routes {
  std::int64_t screen;
  std::int64_t paper;
  std::int64_t none;
};
BOOST_DESCRIBE_STRUCT(Routes, (), (screen, paper, none))

/// What a reminder would do now, and the last one.
struct ReminderDesk {
  std::int64_t adults;    // whom it would reach, each once
  std::int64_t children;  // about whom
  Millis deliver_at;
  bool quiet;                     // deliver_at is later because of quiet hours
  bool too_soon;                  // one leaves, or left, that day already
  std::optional<Millis> last_at;  // when the last one reaches families
};
BOOST_DESCRIBE_STRUCT(ReminderDesk, (), (adults, children, deliver_at, quiet, too_soon, last_at))

struct Reminded {
  Millis deliver_at;
  bool quiet;
  std::int64_t adults;
  std::int64_t children;
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (deliver_at, quiet, adults, children))

struct FollowUp {
  NoteId id;
  Kind kind;
  Ask ask;
  std::string title;
  richtext::Document body;
  Facts facts;
  std::string author_name;
  std::string audience_label;
  std::string party_name;
  std::string school_name;
  Millis sent_at;
  Millis deliver_at;
  bool waiting;  // not delivered yet
  std::optional<Date> sign_before;
  std::int64_t version;
  bool withdrawn;
  bool may_change;  // edit, withdraw: the author, or the head
  bool signature;
  std::vector<Question> questions;
  std::vector<uploads::wire::File> files;
  std::vector<Total> totals;  // one for each question
  Routes routes;
  std::optional<ReminderDesk> reminder;  // none: nobody is awaited, or the note is withdrawn or waiting
  std::vector<FollowedChild> children;   // by name
};
BOOST_DESCRIBE_STRUCT(FollowUp, (),
                      (id, kind, ask, title, body, facts, author_name, audience_label, party_name, school_name, sent_at, deliver_at,
                       waiting, sign_before, version, withdrawn, may_change, signature, questions, files, totals, routes, reminder,
                       children))

// ---- cards of the home

/// Guardian: what awaits them and what is new. The home shows at most these; the rest is in the notebook.
struct FamilyCard {
  std::vector<NoteLine> to_do;    // to sign, soonest first, at most 20
  std::vector<NoteLine> to_read;  // last 14 days, latest first, at most 20
};
BOOST_DESCRIBE_STRUCT(FamilyCard, (), (to_do, to_read))

/// Teacher and head: notes still awaiting families.
struct FollowCard {
  std::vector<SentLine> notes;  // latest first, at most 10
};
BOOST_DESCRIBE_STRUCT(FollowCard, (), (notes))

}  // namespace wire
}  // namespace liaison
