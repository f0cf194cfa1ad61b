#include "gate/acts.h"

#include "gate/queries.gen.h"

namespace gate {

namespace {

Session session_of(const ActsRow& row) { return {row.session, row.person, row.own_device, row.made_at, row.seen_at, row.confirmed_at}; }

Standing holder(const std::vector<ActsRow>& rows) {
  Standing standing{session_of(rows.front()), {}, "active"};
  standing.actor.person = rows.front().person;
  for (const ActsRow& row : rows) {
    auto& self = standing.actor.self;
    if (std::find(self.begin(), self.end(), row.record) == self.end()) self.push_back(row.record);
  }
  return standing;
}

/// Two records may guard one child: whatever limits one of them limits the person.
void add_child(Actor& actor, const ActsRow& row) {
  const bool informed_only = row.limited.has_value();
  for (auto& child : actor.children_of_guardian) {
    if (child.id != *row.child) continue;
    child.informed_only = child.informed_only || informed_only;
    return;
  }
  actor.children_of_guardian.push_back({*row.child, informed_only});
}

/// Suspended for a child by any record: as if there were no relation at all.
void drop_suspended(Actor& actor, const std::vector<ActsRow>& rows) {
  for (const ActsRow& row : rows) {
    if (row.limited == 0) std::erase_if(actor.children_of_guardian, [&](const Actor::Child& child) { return child.id == *row.child; });
  }
}

/// What this relation gives in this context; false when nothing.
bool take(Standing& standing, const Context& context, const ActsRow& row) {
  Actor& actor = standing.actor;
  if (!row.kind || context.profile == Profile::visitor) return false;
  const Profile profile = profile_of(*row.kind, row.code.value_or(""));
  if (context.profile == Profile::guardian) {
    if (profile != Profile::guardian) return false;
    add_child(actor, row);
    return true;
  }
  const bool fits = is_pupil(context.profile) ? is_pupil(profile) : profile == context.profile;
  if (!fits || row.school_slug != context.school_slug) return false;
  actor.school = row.school;
  actor.party = row.party;
  standing.school_state = *row.school_state;
  if (is_pupil(profile)) {
    if (*row.kind == "pupil_of_class") actor.profile = profile;  // rows come by first day: the last class tells the cycle
    if (*row.kind == "pupil_of_school" && !row.ended) actor.left = false;
  } else if (row.school_class) {
    actor.own_classes.push_back(*row.school_class);
  }
  return true;
}

}  // namespace

Result<Standing> who_acts(Tx& tx, const TokenHash& token, const Context& context) {
  const auto rows = q::who_acts(tx, token, tx.today(), tx.today() - days_after_leaving);
  if (rows.empty()) return signed_out("gate.signed_out");
  Standing standing = holder(rows);
  standing.actor.profile = context.profile;
  standing.actor.left = is_pupil(context.profile);  // until a relation of today says otherwise
  bool held = false;
  for (const ActsRow& row : rows) held = take(standing, context, row) || held;
  if (context.profile == Profile::guardian) drop_suspended(standing.actor, rows);
  if (!held) return refused("gate.no_context");
  return standing;
}

Result<Standing> who_holds(Tx& tx, const TokenHash& token) {
  const auto rows = q::who_acts(tx, token, tx.today(), tx.today() - days_after_leaving);
  if (rows.empty()) return signed_out("gate.signed_out");
  return holder(rows);
}

}  // namespace gate
