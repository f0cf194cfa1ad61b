#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/talk.h"
#include "features/liaison/talk_verbs.h"
#include "features/liaison/trace.h"
#include "features/liaison/writing.h"
#include "people/audience.h"

namespace liaison {

namespace {

/// The desk a guardian wants, when somebody holds it today.
std::optional<ContactRow> find_contact(Tx& tx, const Actor& actor, PersonId child, Addressee addressee) {
  for (ContactRow& row : q::contacts(tx, actor.children(write_to_school), tx.today())) {
    if (row.child == child && row.addressee == addressee) return std::move(row);
  }
  return {};
}

/// Under which of their records this actor guards the child.
std::optional<PersonId> guarding_record(Tx& tx, const Actor& actor, PersonId child) {
  people::Audience family;
  family.children.push_back(child);
  for (const people::Reached& one : people::unfold(tx, family)) {
    if (one.person && std::find(actor.self.begin(), actor.self.end(), *one.person) != actor.self.end()) return one.person;
  }
  return {};
}

Result<> check_note(Tx& tx, const Actor& actor, const NewConversation& in) {
  if (!in.note) return {};
  const auto place = q::note_to_sign(tx, actor.self, actor.children(read), *in.note, in.child, tx.now());
  if (!place) return not_found("liaison.no_note");
  return {};
}

}  // namespace

Result<wire::Posted> start_conversation(gate::Call<NewConversation>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const NewConversation& in = call.in;
  if (actor.reaches_child(talk, in.child) && !may_write(actor, in.child)) return refused("liaison.may_not_write");
  const auto contact = find_contact(tx, actor, in.child, in.addressee);
  const auto opened_by = guarding_record(tx, actor, in.child);
  if (!contact || !opened_by) return not_found("liaison.no_contact");
  TRY(check_note(tx, actor, in));
  std::vector<FieldError> problems;
  const std::string title = read_title(in.title, problems);
  const richtext::Document body = read_message(in.body, problems);
  if (!problems.empty()) return refuse(std::move(problems));

  ConversationRow row{};
  row.id = tx.new_id<ConversationId>();
  row.addressee = in.addressee;
  if (in.addressee == Addressee::school_class) row.school_class = contact->school_class;
  row.school = contact->school;
  row.party = contact->party;
  row.child = in.child;
  row.title = title;
  row.opened_by = *opened_by;
  row.for_both = in.for_both;
  row.holds = true;
  q::add_conversation(tx, row.id, row.child, row.school, row.party, row.addressee, row.school_class, in.note, title, row.opened_by,
                      row.for_both, tx.now());
  tell_audit(tx, actor, {"liaison.write_to_school", row.school, row.id, row.child});
  return post(tx, actor, row, body);
}

Result<wire::Posted> post_message(gate::Call<NewMessage>& call) {
  Tx& tx = call.tx;
  const Exchange exchange = TRY(find_exchange(tx, call.actor, call.in.conversation));
  if (!may_write(call.actor, exchange.row.child)) return refused("liaison.may_not_write");
  std::vector<FieldError> problems;
  const richtext::Document body = read_message(call.in.body, problems);
  if (!problems.empty()) return refuse(std::move(problems));
  tell_audit(tx, call.actor, {"liaison.message", exchange.row.school, exchange.row.id, exchange.row.child});
  return post(tx, call.actor, exchange.row, body);
}

}  // namespace liaison
