#include "features/liaison/paging.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/sending.h"
#include "features/liaison/talk.h"
#include "features/liaison/talk_verbs.h"
#include "notices/notices.h"

namespace liaison {

namespace {

wire::Message as_read(const Actor& actor, MessageRow& row, Millis now) {
  const bool own = std::find(actor.self.begin(), actor.self.end(), row.author) != actor.self.end();
  return {
      row.number,     std::move(row.author_name), std::string(described::name_of(row.author_profile)), own, body_of(row.body), row.made_at,
      row.deliver_at, row.deliver_at > now};
}

std::string staff_name(const ContactRow& row) {
  const bool civil = row.civility && !row.civility->empty();
  return (civil ? *row.civility : *row.staff_first_name) + " " + *row.staff_last_name;
}

}  // namespace

Result<wire::Contacts> list_contacts(gate::Call<gate::NoInput>& call) {
  Tx& tx = call.tx;
  wire::Contacts out;
  std::optional<SchoolId> school;
  Millis at = 0;
  for (const ContactRow& row : q::contacts(tx, call.actor.children(write_to_school), tx.today())) {
    if (!row.addressee) continue;
    if (school != row.school) at = arrival(tx, row.school);
    school = row.school;
    const bool same = !out.contacts.empty() && out.contacts.back().child.id == row.child && out.contacts.back().addressee == *row.addressee;
    if (!same) {
      const bool of_class = *row.addressee == Addressee::school_class;
      out.contacts.push_back({{row.child, row.first_name},
                              *row.addressee,
                              of_class ? row.class_label : row.school_name,
                              row.school_name,
                              {},
                              at,
                              at != tx.now()});
    }
    out.contacts.back().names.push_back(staff_name(row));
  }
  return out;
}

Result<wire::ConversationList> list_conversations(gate::Call<ListConversations>& call) {
  const Actor& actor = call.actor;
  wire::ConversationList out;
  out.conversations = q::conversation_lines(call.tx, actor.self, actor.children(talk), actor.classes(talk), actor.schools(talk),
                                            actor.profile != Profile::guardian, call.in.before.value_or(std::numeric_limits<Millis>::max()),
                                            call.tx.now(), page_limit);
  out.next_before = keep_page(out.conversations, &wire::ConversationLine::last_at);
  return out;
}

Result<wire::Conversation> find_conversation(gate::Call<OneConversation>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  Exchange exchange = TRY(find_exchange(tx, actor, call.in.conversation));
  ConversationRow& row = exchange.row;
  const Millis at = arrival(tx, row.school);
  wire::Conversation out{.id = row.id,
                         .addressee = row.addressee,
                         .label = std::move(row.label),
                         .school_name = std::move(row.school_name),
                         .party_name = std::move(row.party_name),
                         .child = {row.child, std::move(row.child_first_name)},
                         .child_last_name = std::move(row.child_last_name),
                         .guardian_name = std::move(row.guardian_name),
                         .for_both = row.for_both,
                         .note = row.note,
                         .title = std::move(row.title),
                         .messages = {},
                         .may_write = row.holds && may_write(actor, row.child),
                         .deliver_at = at,
                         .quiet = at != tx.now()};
  for (MessageRow& one : exchange.messages) out.messages.push_back(as_read(actor, one, tx.now()));
  return out;
}

Result<> open_conversation(gate::Call<OneConversation>& call) {
  const Exchange exchange = TRY(find_exchange(call.tx, call.actor, call.in.conversation));
  notices::open(call.tx, call.actor, exchange.row.id, exchange.row.child);
  notices::open_at_desk(call.tx, call.actor, exchange.row.id);
  return {};
}

}  // namespace liaison
