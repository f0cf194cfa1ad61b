#pragma once
#include "features/liaison/talk_rows.h"
#include "people/actor.h"
#include "richtext/document.h"
#include "store/tx.h"

namespace liaison {

/// An exchange this actor takes part in, with what of it is there for them: what their side wrote, and what reached them.
struct Exchange {
  ConversationRow row;
  std::vector<MessageRow> messages;  // never empty
};
/// Errors: not_found — liaison.no_conversation
Result<Exchange> find_exchange(Tx&, const Actor&, ConversationId);

/// Reads a message as typed; its problems are at /body.
richtext::Document read_message(const std::string& typed, std::vector<FieldError>& problems);

/// Adds a message to an exchange and hands it to its other side; the exchange was found, its right asked.
/// Errors: gone — liaison.conversation_over
Result<wire::Posted> post(Tx&, const Actor& author, const ConversationRow&, const richtext::Document& body);

/// "Sarah Delmas" for a family, "Mme Rossi" for the school.
std::string name_of_writer(Tx&, const Actor&);

}  // namespace liaison
