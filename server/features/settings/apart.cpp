#include "features/settings/apart.h"

#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "features/settings/search.h"
#include "gate/access.h"
#include "gate/accounts.h"
#include "store/audit.h"

namespace settings {

Result<> limit_custody(gate::Call<LimitCustody>& call) {
  const auto& in = call.in;
  // one decision at a time: yesterday's must not outlive today's
  const auto ended = people::end_custody(call.tx, call.actor, in.person, in.child);
  if (!ended && ended.error().code != "people.no_decision") return ended;
  return people::limit_custody(call.tx, call.actor, {in.person, in.child, in.level, in.from_on, in.until_on, in.paper_reference});
}

Result<> end_custody(gate::Call<AboutChild>& call) { return people::end_custody(call.tx, call.actor, call.in.person, call.in.child); }

Result<> protect(gate::Call<Protect>& call) { return people::protect(call.tx, call.actor, call.in.person, call.in.child, call.in.on); }

Result<> declare_death(gate::Call<AboutPerson>& call) {
  TRY(people::declare_death(call.tx, call.actor, call.in.person));
  gate::close_account(call.tx, gate::holder_of(call.tx, call.in.person));
  return {};
}

Result<> undo_death(gate::Call<AboutPerson>& call) {
  TRY(people::undo_death(call.tx, call.actor, call.in.person));
  gate::reopen_account(call.tx, gate::holder_of(call.tx, call.in.person));
  return {};
}

Result<> suspend_staff(gate::Call<AboutPerson>& call) {
  TRY(people::suspend_staff(call.tx, call.actor, call.in.person));
  gate::revoke_codes(call.tx, gate::holder_of(call.tx, call.in.person), *call.actor.school);
  return {};
}

Result<> restore_staff(gate::Call<AboutPerson>& call) { return people::restore_staff(call.tx, call.actor, call.in.person); }

Result<> end_sessions(gate::Call<EndSessions>& call) {
  const auto& [tx, actor, session, in] = call;
  const auto who = q::person_of(tx, actor.schools(sessions), in.person, true, tx.today(), seen_until(tx.today()));
  if (!who) return not_found("settings.no_person");
  if (!in.session) {
    gate::end_sessions_of(tx, who->holder);
  } else if (!gate::end_session_of(tx, who->holder, *in.session)) {
    return not_found("settings.no_session");
  }
  store::audit(tx, {.act = "settings.end_sessions",
                    .person = actor.person,
                    .profile = std::string(described::name_of(actor.profile)),
                    .school = actor.school,
                    .thing = in.person});
  return {};
}

Result<> rename(gate::Call<Rename>& call) {
  const auto& in = call.in;
  return people::rename(call.tx, call.actor, names, in.person, {in.civility, in.first_name, in.last_name});
}

}  // namespace settings
