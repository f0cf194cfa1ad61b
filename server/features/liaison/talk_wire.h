#pragma once
#include "features/liaison/wire.h"

namespace liaison {

using ConversationId = Id<struct ConversationTag>;

/// Which desk of the school a family writes to: the teachers its child's class has that day, or the head.
enum class Addressee { school_class, head };
BOOST_DESCRIBE_ENUM(Addressee, school_class, head)

namespace wire {

/// A desk a guardian may write to about one of their children.
struct Contact {
  Child child;
  Addressee addressee;
  std::string label;  // "CE2", or the school's name
  std::string school_name;
  std::vector<std::string> names;  // who holds it today, at least one
  Millis deliver_at;               // of what is written now
  bool quiet;                      // later because of quiet hours
};
BOOST_DESCRIBE_STRUCT(Contact, (), (child, addressee, label, school_name, names, deliver_at, quiet))

struct Contacts {
  std::vector<Contact> contacts;  // by child, its class first
};
BOOST_DESCRIBE_STRUCT(Contacts, (), (contacts))

struct ConversationLine {
  ConversationId conversation;
  Addressee addressee;
  std::string label;  // "CE2", or the school's name
  PersonId child;
  std::string child_first_name;
  std::string child_last_name;
  std::string guardian_name;  // who opened it
  bool for_both;
  std::string title;
  std::int64_t number;  // of the last message that is there for this reader
  std::string last_author_name;
  Millis last_at;
  bool unread;
};
BOOST_DESCRIBE_STRUCT(ConversationLine, (),
                      (conversation, addressee, label, child, child_first_name, child_last_name, guardian_name, for_both, title, number,
                       last_author_name, last_at, unread))

struct ConversationList {
  std::vector<ConversationLine> conversations;  // latest first, at most 50
  std::optional<Millis> next_before;
};
BOOST_DESCRIBE_STRUCT(ConversationList, (), (conversations, next_before))

struct Message {
  std::int64_t number;
  std::string author_name;
  std::string author_role;  // a word key: "guardian", "teacher", "head"
  bool own;                 // of this reader
  richtext::Document body;
  Millis made_at;
  Millis deliver_at;
  bool waiting;  // its readers do not have it yet
};
BOOST_DESCRIBE_STRUCT(Message, (), (number, author_name, author_role, own, body, made_at, deliver_at, waiting))

struct Conversation {
  ConversationId id;
  Addressee addressee;
  std::string label;
  std::string school_name;
  std::string party_name;
  Child child;
  std::string child_last_name;
  std::string guardian_name;
  bool for_both;
  std::optional<NoteId> note;  // the one it answers
  std::string title;
  std::vector<Message> messages;  // in order, the last 200
  bool may_write;
  Millis deliver_at;  // of what is written now
  bool quiet;
};
BOOST_DESCRIBE_STRUCT(Conversation, (),
                      (id, addressee, label, school_name, party_name, child, child_last_name, guardian_name, for_both, note, title,
                       messages, may_write, deliver_at, quiet))

}  // namespace wire

enum class FoundKind { note, conversation };
BOOST_DESCRIBE_ENUM(FoundKind, note, conversation)

namespace wire {

struct Found {
  FoundKind kind;
  Uuid id;
  std::string title;
  std::string author_name;
  Millis at;
};
BOOST_DESCRIBE_STRUCT(Found, (), (kind, id, title, author_name, at))

struct FoundList {
  std::vector<Found> found;  // latest first, at most 50
};
BOOST_DESCRIBE_STRUCT(FoundList, (), (found))

struct Posted {
  ConversationId conversation;
  std::int64_t number;
  Millis deliver_at;
  bool quiet;
};
BOOST_DESCRIBE_STRUCT(Posted, (), (conversation, number, deliver_at, quiet))

}  // namespace wire
}  // namespace liaison
