#include "features/settings/families.h"

#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"

namespace settings {

namespace {

/// A login says who may come in and how: for whoever hands the sheets over, or renews them.
bool sees_access(const Actor& actor) { return sheets.find(actor.profile) || renew.find(actor.profile); }

wire::Guardian guardian_of(const Tx& tx, const FamilyRow& row, bool access) {
  wire::Guardian guardian{*row.guardian, *row.guardian_name, row.relation.value_or(""), row.entered, {}, wire::CodeState::none, {}};
  if (access) guardian.login = row.login;
  if (access && row.code_until) {
    guardian.code = *row.code_until > tx.now() ? wire::CodeState::ready : wire::CodeState::expired;
    guardian.code_until = last_day(tx.zone(), *row.code_until);
  }
  return guardian;
}

wire::FamilyChild child_of(const Tx& tx, std::span<const FamilyRow> rows, bool access) {
  wire::FamilyChild child{*rows[0].child, *rows[0].child_first_name, *rows[0].child_last_name, {}};
  for (const FamilyRow& row : rows) {
    const bool again = !child.guardians.empty() && child.guardians.back().id == row.guardian;  // guardian by two relations
    if (row.guardian && !again) child.guardians.push_back(guardian_of(tx, row, access));
  }
  return child;
}

}  // namespace

Date last_day(const Zone& zone, Millis until_at) { return zone.date(until_at) - 1; }

Result<wire::Families> list_families(gate::Call<ListFamilies>& call) {
  const auto rows =
      q::families_of(call.tx, call.actor.classes(families), call.actor.schools(families), call.in.school_class, call.tx.today());
  if (rows.empty()) return not_found("settings.no_class");
  wire::Families out{call.in.school_class, rows[0].label, {}};
  const bool access = sees_access(call.actor);
  for_each_child(rows, [&](std::span<const FamilyRow> of_child) { out.children.push_back(child_of(call.tx, of_child, access)); });
  return out;
}

}  // namespace settings
