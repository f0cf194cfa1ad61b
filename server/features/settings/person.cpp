#include "features/settings/person.h"

#include "features/settings/families.h"
#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "features/settings/search.h"
#include "people/contact.h"

namespace settings {

namespace {

void add_limit(const Tx& tx, wire::Bond& bond, const BondRow& row) {
  if (!row.decision) return;
  bond.limits.push_back({*row.level, *row.decided_from, row.decided_until, people::paper_reference(tx, *row.decision, *row.paper_reference),
                         row.decided_by.value_or(""), *row.decided_at});
}

wire::Bond bond_of(BondRow& row, bool decisions) {
  return {*row.adult,
          std::move(*row.adult_name),
          row.code.value_or(""),
          *row.from_on,
          row.until_on,
          row.from_directory,
          std::move(row.by_name),
          *row.made_at,
          row.entered,
          {},
          decisions && row.contact_protected,
          row.deceased};
}

/// Rows come by child, then by adult, then by relation, then by decision.
std::vector<wire::GuardedChild> children_of(const Tx& tx, std::vector<BondRow>&& rows, bool decisions) {
  std::vector<wire::GuardedChild> children;
  std::optional<RelationId> last;
  for (BondRow& row : rows) {
    if (children.empty() || children.back().id != row.child) {
      children.push_back({row.child, row.child_first_name, row.child_last_name, row.class_label.value_or(""), {}});
    }
    if (!row.adult) continue;
    auto& bonds = children.back().bonds;
    if (row.relation != last) bonds.push_back(bond_of(row, decisions));
    last = row.relation;
    if (decisions) add_limit(tx, bonds.back(), row);
  }
  return children;
}

wire::Access access_of(Tx& tx, const Actor& actor, const PersonRow& who) {
  auto row = q::access_of(tx, actor.schools(directory), who.id, who.holder).value_or(AccessRow{});
  wire::Access access{std::move(row.login), row.entered, row.closed, wire::CodeState::none, {}, {}};
  if (row.code_until) {
    access.code = *row.code_until > tx.now() ? wire::CodeState::ready : wire::CodeState::expired;
    access.code_until = last_day(tx.zone(), *row.code_until);
  }
  if (sessions.find(actor.profile)) access.sessions = q::sessions_of_holder(tx, who.holder, tx.now() - days(180));
  return access;
}

std::vector<wire::Part> parts_of(const PersonRow& who) {
  std::vector<wire::Part> parts;
  if (who.pupil) parts.push_back(wire::Part::pupil);
  if (who.guardian) parts.push_back(wire::Part::guardian);
  if (who.staff) parts.push_back(wire::Part::staff);
  return parts;
}

}  // namespace

Result<wire::Person> find_person(gate::Call<FindPerson>& call) {
  const auto schools = call.actor.schools(directory);
  const bool decisions = sees_decisions(call.actor);
  const Date today = call.tx.today();
  auto who = q::person_of(call.tx, schools, call.in.person, decisions, today, seen_until(today));
  if (!who) return not_found("settings.no_person");

  wire::Person out{who->id,
                   who->civility,
                   who->first_name,
                   who->last_name,
                   who->second_name,
                   who->from_directory,
                   parts_of(*who),
                   q::belongings_of(call.tx, schools, who->id),
                   {},
                   {},
                   {},
                   std::move(who->suspended_by),
                   who->suspended_at};
  if (who->pupil || who->guardian) {
    out.children = children_of(call.tx, q::bonds_about(call.tx, schools, who->id, decisions, today, seen_until(today)), decisions);
  }
  if (who->guardian || who->staff) {
    out.access = access_of(call.tx, call.actor, *who);
    if (decisions || !people::is_protected(call.tx, who->holder)) {
      auto contact = people::find_contact(call.tx, who->holder);
      out.contact = wire::ContactOf{std::move(contact.email), std::move(contact.phone), contact.changed_at};
    }
  }
  return out;
}

}  // namespace settings
