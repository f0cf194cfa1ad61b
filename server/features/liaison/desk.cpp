#include <set>

#include "features/liaison/addressed.h"
#include "features/liaison/rights.h"
#include "features/liaison/sending.h"
#include "features/liaison/verbs.h"

namespace liaison {

namespace {

/// The guardians of one child, as an audience that may be chosen; nothing when the child is out of reach.
std::optional<wire::AudienceLine> family_line(Tx& tx, const Actor& actor, PersonId child) {
  people::Audience family;
  family.children.push_back(child);
  const auto targets = people::within_reach(tx, actor, write, family);
  if (targets.empty()) return {};
  std::set<PersonId> adults;
  for (const people::Reached& one : people::unfold(tx, family)) {
    if (one.human) adults.insert(*one.human);
  }
  return wire::AudienceLine{AudienceKind::child, child, targets.front().label, 1, std::int64_t(adults.size()), adults.empty() ? 1 : 0};
}

}  // namespace

Result<wire::Desk> open_desk(gate::Call<OpenDesk>& call) {
  wire::Desk desk{};
  desk.deliver_at = arrival(call.tx, *call.actor.school);
  desk.quiet = desk.deliver_at != call.tx.now();
  if (call.in.child) {
    if (auto line = family_line(call.tx, call.actor, *call.in.child)) desk.audiences.push_back(*std::move(line));
  }
  for (people::AudienceCount& one : people::list_audiences(call.tx, call.actor, write)) {
    desk.audiences.push_back({kind_of(one.kind), one.id, std::move(one.label), one.children, one.adults, one.without_guardian});
  }
  return desk;
}

}  // namespace liaison
