#pragma once
#include "features/liaison/content.h"
#include "features/liaison/wire.h"

/// Rows that the notebook's own queries fill or take.
namespace liaison {

enum class Act { sign, unsign, paper, paper_undone };
BOOST_DESCRIBE_ENUM(Act, sign, unsign, paper, paper_undone)

struct NamesRow {
  std::optional<std::string> civility;
  std::string first_name;
  std::string last_name;
};
BOOST_DESCRIBE_STRUCT(NamesRow, (), (civility, first_name, last_name))

struct AudienceRow {
  NoteId note;
  AudienceKind kind;
  Uuid target;
  std::optional<ClassId> school_class;
};
BOOST_DESCRIBE_STRUCT(AudienceRow, (), (note, kind, target, school_class))

/// A note in the version that reached a guardian.
struct FamilyNote {
  NoteId id;
  Kind kind;
  Ask ask;
  bool signature;
  std::string author_name;
  Profile author_profile;
  std::string audience_label;
  std::string party_name;
  std::string school_name;
  Millis delivered_at;  // the first version
  Millis version_at;    // this one
  std::int64_t version;
  std::string title;
  std::optional<Date> sign_before;
  std::string content;
  std::string body;
  std::optional<Millis> withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(FamilyNote, (),
                      (id, kind, ask, signature, author_name, author_profile, audience_label, party_name, school_name, delivered_at,
                       version_at, version, title, sign_before, content, body, withdrawn_at))

/// One of a guardian's children in a note; `done` and `paper` are the guardian's own, `answered` anybody's.
struct FamilyChild {
  PersonId child;
  std::string first_name;
  std::optional<Millis> opened_at;
  std::optional<Millis> signed_at;
  std::optional<Millis> paper_at;
  bool answered;
  std::optional<std::string> answers;  // the guardian's own
  std::optional<Millis> answered_at;
  std::optional<Millis> device_at;  // of their signature
};
BOOST_DESCRIBE_STRUCT(FamilyChild, (), (child, first_name, opened_at, signed_at, paper_at, answered, answers, answered_at, device_at))

/// Where a guardian would sign.
struct SignPlace {
  Ask ask;
  bool signature;
  PartyId party;
  SchoolId school;
  std::optional<Millis> withdrawn_at;
  std::int64_t version;
  std::optional<Date> sign_before;
  std::string content;
  PersonId person;  // their record that received it
  std::vector<unsigned char> hash;
  Millis deliver_at;
  std::optional<Millis> done_at;
  std::optional<Way> way;
  bool answered;
};
BOOST_DESCRIBE_STRUCT(SignPlace, (),
                      (ask, signature, party, school, withdrawn_at, version, sign_before, content, person, hash, deliver_at, done_at, way,
                       answered))

/// A note as those who follow it know it, in its last version.
struct FollowedNote {
  NoteId id;
  Kind kind;
  Ask ask;
  bool signature;
  std::string title;
  PersonId author;
  Profile author_profile;
  std::string author_name;
  std::string audience_label;
  PartyId party;
  std::string party_name;
  SchoolId school;
  std::string school_name;
  Millis sent_at;
  std::optional<Millis> deliver_at;
  std::optional<Date> sign_before;
  std::int64_t version;
  std::optional<Millis> withdrawn_at;
  std::string content;
  std::string body;
  std::vector<unsigned char> hash;
  std::optional<Millis> reminded_at;  // when the last reminder reaches families
};
BOOST_DESCRIBE_STRUCT(FollowedNote, (),
                      (id, kind, ask, signature, title, author, author_profile, author_name, audience_label, party, party_name, school,
                       school_name, sent_at, deliver_at, sign_before, version, withdrawn_at, content, body, hash, reminded_at))

/// One followed child with one adult: a guardian of today, or one who signed while they were.
struct FollowedAdult {
  PersonId child;
  std::string first_name;
  std::string last_name;
  std::optional<Millis> slip_at;  // recorded without an adult's name
  std::optional<std::string> slip_answers;
  std::optional<PersonId> person;
  std::optional<PersonId> human;  // the record kept when two are merged
  std::optional<std::string> name;
  std::optional<bool> may_sign;
  bool ever_entered;
  bool closed;                       // their account: nothing is sent to them
  std::optional<Millis> deliver_at;  // none: this version was not sent to them
  std::optional<Millis> opened_at;
  std::optional<Millis> done_at;
  std::optional<Way> way;
  std::optional<Millis> reminded_at;
  std::optional<std::string> answers;
  std::optional<Millis> device_at;  // of their signature
};
BOOST_DESCRIBE_STRUCT(FollowedAdult, (),
                      (child, first_name, last_name, slip_at, slip_answers, person, human, name, may_sign, ever_entered, closed, deliver_at,
                       opened_at, done_at, way, reminded_at, answers, device_at))

/// Whose slip of one followed child may be recorded: a row for each guardian of today.
struct SlipPlace {
  std::optional<PersonId> person;
  std::optional<bool> may_sign;
  bool done;      // by that guardian, under any of their records; without guardian: a slip is there
  bool answered;  // by anybody
};
BOOST_DESCRIBE_STRUCT(SlipPlace, (), (person, may_sign, done, answered))

}  // namespace liaison
