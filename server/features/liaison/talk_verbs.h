#pragma once
#include "features/liaison/talk_wire.h"
#include "gate/call.h"

/// What families and school write to each other. The paths and rights are in feature.cpp.
namespace liaison {

/// Whom a guardian may write to: the class and the head of each child for whom they may act.
Result<wire::Contacts> list_contacts(gate::Call<gate::NoInput>&);

struct ListConversations {
  std::optional<Millis> before;
};
BOOST_DESCRIBE_STRUCT(ListConversations, (), (before))
/// A guardian's own (and those opened for both); those of the desk a teacher or a head holds.
Result<wire::ConversationList> list_conversations(gate::Call<ListConversations>&);

struct OneConversation {
  ConversationId conversation;
};
BOOST_DESCRIBE_STRUCT(OneConversation, (), (conversation))
/// Errors: not_found — liaison.no_conversation (not theirs, or nothing of it reached them yet)
Result<wire::Conversation> find_conversation(gate::Call<OneConversation>&);

/// Says that it was looked at; asked again it changes nothing more. Errors: as find_conversation
Result<> open_conversation(gate::Call<OneConversation>&);

struct NewConversation {
  PersonId child;
  Addressee addressee;
  std::string title;           // 1 to 120 characters
  std::string body;            // as typed, not empty
  bool for_both;               // the child's other guardians read and write there too
  std::optional<NoteId> note;  // the note it answers
};
BOOST_DESCRIBE_STRUCT(NewConversation, (), (child, addressee, title, body, for_both, note))
/// Opens an exchange with a desk; it reaches whoever holds that desk, from the end of quiet hours on.
/// Errors: invalid   — /title liaison.title_empty, liaison.title_long; /body liaison.message_empty, richtext.too_long, richtext.not_text
///         not_found — liaison.no_contact (no such desk for a child of theirs, or nobody holds it today), liaison.no_note
///         refused   — liaison.may_not_write (informed only)
/// Source: LIA-04, POR-04 (docs/requirements.md)
Result<wire::Posted> start_conversation(gate::Call<NewConversation>&);

struct NewMessage {
  ConversationId conversation;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(NewMessage, (), (conversation, body))
/// Errors: as find_conversation, and invalid — /body (as start_conversation)
///         refused — liaison.may_not_write (informed only)
///         gone    — liaison.conversation_over (the child left, or nobody would receive it)
Result<wire::Posted> post_message(gate::Call<NewMessage>&);

struct Search {
  std::string q;  // 2 to 100 characters; the first three words count, in any order, accents ignored
};
BOOST_DESCRIBE_STRUCT(Search, (), (q))
/// Searches the notes and exchanges that are there for this actor, and nothing else: title and text.
/// Errors: invalid — /q too_long, liaison.search_short
Result<wire::FoundList> search(gate::Call<Search>&);

}  // namespace liaison
