#include "features/settings/contact.h"

#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "features/settings/search.h"
#include "people/contact.h"

namespace settings {

namespace {

wire::OwnContact to_wire(Tx& tx, const Actor& actor, people::Contact&& kept) {
  return {std::move(kept.email), std::move(kept.phone), kept.version, kept.changed_at, people::is_protected(tx, actor.person)};
}

}  // namespace

Result<wire::OwnContact> find_own_contact(gate::Call<gate::NoInput>& call) {
  return to_wire(call.tx, call.actor, people::find_contact(call.tx, call.actor.person));
}

Result<wire::OwnContact> set_own_contact(gate::Call<SetOwnContact>& call) {
  auto kept = TRY(people::set_contact(call.tx, call.actor, {call.in.email, call.in.phone, call.in.version, {}}));
  return to_wire(call.tx, call.actor, std::move(kept));
}

Result<wire::ContactOf> find_contact(gate::Call<FindContact>& call) {
  const auto& [tx, actor, session, in] = call;
  const auto holder = q::holder_of_guardian(tx, actor.classes(contacts), actor.schools(contacts), in.guardian, in.child, tx.today());
  if (!holder) return not_found("settings.no_guardian");
  if (!sees_decisions(actor) && people::is_protected(tx, *holder)) return refused("settings.contact_kept");
  auto contact = people::find_contact(tx, *holder);
  return wire::ContactOf{std::move(contact.email), std::move(contact.phone), contact.changed_at};
}

}  // namespace settings
