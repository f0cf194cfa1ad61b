#pragma once
#include "features/liaison/talk_wire.h"
#include "people/right.h"

/// Rows of the exchanges between families and school.
namespace liaison {

/// One holder of one desk, or a desk nobody holds.
struct ContactRow {
  PersonId child;
  std::string first_name;
  SchoolId school;
  std::string school_name;
  PartyId party;
  ClassId school_class;
  std::string class_label;
  std::optional<Addressee> addressee;  // that this person holds
  std::optional<std::string> civility;
  std::optional<std::string> staff_first_name;
  std::optional<std::string> staff_last_name;
};
BOOST_DESCRIBE_STRUCT(ContactRow, (),
                      (child, first_name, school, school_name, party, school_class, class_label, addressee, civility, staff_first_name,
                       staff_last_name))

struct ConversationRow {
  ConversationId id;
  Addressee addressee;
  std::optional<ClassId> school_class;
  std::string label;
  SchoolId school;
  std::string school_name;
  PartyId party;
  std::string party_name;
  PersonId child;
  std::string child_first_name;
  std::string child_last_name;
  PersonId opened_by;
  std::string guardian_name;
  bool for_both;
  std::optional<NoteId> note;
  std::string title;
  std::int64_t messages;
  bool holds;  // the child is still in that class, or that school, today
};
BOOST_DESCRIBE_STRUCT(ConversationRow, (),
                      (id, addressee, school_class, label, school, school_name, party, party_name, child, child_first_name, child_last_name,
                       opened_by, guardian_name, for_both, note, title, messages, holds))

struct FoundNote {
  NoteId id;
  std::string title;
  std::string author_name;
  Millis at;
  bool folded;  // false: sealed before there was a search
  std::string body;
};
BOOST_DESCRIBE_STRUCT(FoundNote, (), (id, title, author_name, at, folded, body))

struct FoundTalk {
  ConversationId id;
  std::string title;
  std::string author_name;
  Millis at;
};
BOOST_DESCRIBE_STRUCT(FoundTalk, (), (id, title, author_name, at))

struct MessageRow {
  std::int64_t number;
  PersonId author;
  Profile author_profile;
  std::string author_name;
  std::string body;
  Millis made_at;
  Millis deliver_at;
};
BOOST_DESCRIBE_STRUCT(MessageRow, (), (number, author, author_profile, author_name, body, made_at, deliver_at))

}  // namespace liaison
