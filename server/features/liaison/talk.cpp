#include "features/liaison/talk.h"

#include "base/text.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/sending.h"
#include "features/liaison/writer.h"
#include "notices/notices.h"
#include "people/audience.h"

namespace liaison {

namespace {

bool is_of_family(Profile profile) { return profile == Profile::guardian; }

bool is_own(const Actor& actor, PersonId author) { return std::find(actor.self.begin(), actor.self.end(), author) != actor.self.end(); }

/// A desk is one voice: a colleague's message is there for all who hold it. Each guardian is a voice of their own.
bool is_of_their_side(const Actor& actor, const MessageRow& message) {
  return is_own(actor, message.author) || (!is_of_family(actor.profile) && !is_of_family(message.author_profile));
}

/// The guardians a message reaches: the one who opened, or all when it was opened for both; never its author, never who is suspended.
std::vector<notices::Recipient> guardians_reached(Tx& tx, const Actor& author, const ConversationRow& row) {
  people::Audience family;
  family.children.push_back(row.child);
  std::vector<notices::Recipient> reached;
  for (const people::Reached& one : people::unfold(tx, family)) {
    if (one.person && !is_own(author, *one.person) && (row.for_both || *one.person == row.opened_by))
      reached.push_back({row.child, one.person});
  }
  return reached;
}

}  // namespace

Result<Exchange> find_exchange(Tx& tx, const Actor& actor, ConversationId id) {
  auto row = q::conversation(tx, actor.self, actor.children(talk), actor.classes(talk), actor.schools(talk), id, tx.today());
  if (!row) return not_found("liaison.no_conversation");
  Exchange exchange{*std::move(row), q::messages_of(tx, id)};
  std::erase_if(exchange.messages, [&](const MessageRow& one) { return one.deliver_at > tx.now() && !is_of_their_side(actor, one); });
  if (exchange.messages.empty()) return not_found("liaison.no_conversation");
  return exchange;
}

richtext::Document read_message(const std::string& typed, std::vector<FieldError>& problems) {
  auto body = richtext::from_typed(typed);
  if (!body) {
    problems.push_back({"/body", body.error().code});
    return {};
  }
  if (body->empty()) problems.push_back({"/body", "liaison.message_empty"});
  return *std::move(body);
}

std::string name_of_writer(Tx& tx, const Actor& actor) {
  return is_of_family(actor.profile) ? full_name(tx, actor.person) : writer_name(tx, actor.person);
}

Result<wire::Posted> post(Tx& tx, const Actor& author, const ConversationRow& row, const richtext::Document& body) {
  const bool from_family = is_of_family(author.profile);
  const auto guardians = guardians_reached(tx, author, row);
  if (!row.holds || (!from_family && guardians.empty())) return gone("liaison.conversation_over");
  const std::int64_t number = row.messages + 1;
  if (q::count_message(tx, row.id, row.messages) == 0) return stale("liaison.stale_conversation");
  q::add_message(tx, row.id, number, author.person, author.profile, name_of_writer(tx, author), richtext::to_bytes(body),
                 text::fold(row.title + " " + richtext::to_typed(body)), tx.now());
  const Millis at = arrival(tx, row.school);
  const notices::Thing thing{"liaison.conversation", row.id, number, row.party, row.school};
  notices::deliver(tx, thing, at, guardians);
  if (from_family) {
    notices::Desk desk{row.school_class, {}};
    if (row.addressee == Addressee::head) desk.school = row.school;
    notices::deliver_to_desk(tx, thing, at, desk, row.child);
  }
  return wire::Posted{row.id, number, at, at != tx.now()};
}

}  // namespace liaison
