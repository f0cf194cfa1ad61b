#include "people/apart.h"

#include "base/json.h"
#include "people/custody.h"
#include "people/queries.gen.h"
#include "store/audit.h"
#include "store/events.h"

namespace {

void tell(Tx& tx, const Actor& head, std::string_view act, PersonId adult, std::optional<PersonId> child = {}) {
  store::audit(tx, {.act = act,
                    .person = head.person,
                    .profile = std::string(described::name_of(head.profile)),
                    .school = head.school,
                    .child = child,
                    .thing = adult});
}

void custody_changed(Tx& tx, PersonId adult, PersonId child) {
  store::emit(tx, "people.custody_changed", json::to_json(people::CustodyChanged{adult, child}));
  store::standing_changed(tx, adult);
}

}  // namespace

Result<> people::protect(Tx& tx, const Actor& head, PersonId adult, PersonId child, bool on) {
  const auto links = q::guardian_links(tx, head.schools(keeps_apart), adult, child, tx.today());
  if (links.empty()) return not_found("people.no_guardian");
  std::int64_t changed = 0;
  for (const GuardianLink& link : links) {
    changed += on ? q::add_protection(tx, tx.new_id<Uuid>(), link.person, child, head.person, tx.now())
                  : q::end_protection(tx, head.person, tx.now(), link.person, child);
  }
  if (changed > 0) tell(tx, head, on ? "people.protect" : "people.unprotect", adult, child);
  return {};
}

Result<> people::declare_death(Tx& tx, const Actor& head, PersonId adult) {
  const auto links = q::guarded_by(tx, head.schools(keeps_apart), adult, tx.today());
  if (links.empty()) return not_found("people.no_guardian");
  if (q::dead_links(tx, adult).size() > 0) return conflict("people.already_so");
  for (const GuardedLink& link : links) {
    q::add_death(tx, tx.new_id<Uuid>(), link.id, tx.today(), {}, head.person, tx.now());  // no paper is kept
    custody_changed(tx, link.person, link.child);
  }
  tell(tx, head, "people.declare_death", adult);
  return {};
}

Result<> people::undo_death(Tx& tx, const Actor& head, PersonId adult) {
  if (q::guarded_by(tx, head.schools(keeps_apart), adult, tx.today()).empty()) return not_found("people.no_guardian");
  const auto links = q::dead_links(tx, adult);
  if (links.empty()) return conflict("people.already_so");
  for (const GuardedLink& link : links) {
    q::remove_death(tx, link.id);
    custody_changed(tx, link.person, link.child);
  }
  tell(tx, head, "people.undo_death", adult);
  return {};
}

Result<> people::suspend_staff(Tx& tx, const Actor& head, PersonId person) {
  const auto staff = q::staff_of_head(tx, head.schools(keeps_apart), person, tx.today());
  if (!staff) return not_found("people.no_staff");
  if (q::add_suspension(tx, tx.new_id<Uuid>(), person, *staff, head.person, tx.now()) == 0) return conflict("people.already_so");
  store::emit(tx, "people.staff_suspended", json::to_json(StaffSuspended{person, *staff}));
  store::standing_changed(tx, person);
  tell(tx, head, "people.suspend_staff", person);
  return {};
}

Result<> people::restore_staff(Tx& tx, const Actor& head, PersonId person) {
  const auto staff = q::staff_of_head(tx, head.schools(keeps_apart), person, tx.today());
  if (!staff) return not_found("people.no_staff");
  if (q::end_suspension(tx, head.person, tx.now(), person, *staff) == 0) return conflict("people.already_so");
  store::standing_changed(tx, person);
  tell(tx, head, "people.restore_staff", person);
  return {};
}
