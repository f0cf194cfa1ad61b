#include "features/settings/sheets.h"

#include <algorithm>

#include "features/settings/families.h"
#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "features/settings/square.h"
#include "gate/accounts.h"
#include "store/audit.h"

namespace settings {

namespace {

wire::Sheets no_sheets(const Tx& tx, const std::string& origin, std::string school_name) {
  const Date today = tx.today();
  return {std::move(school_name), origin + "/feuille", today, last_day(tx.zone(), tx.now() + gate::code_lives), {}, 0};
}

/// What a sheet says beside its code.
struct Heading {
  std::string adult_name;
  std::string child_first_name;
  std::string class_label;
};

void add_sheet(wire::Sheets& out, Heading heading, const gate::MadeCode& made) {
  Square square = square_of(out.address + "#" + made.code);  // after the #, which no server or proxy ever sees
  out.sheets.push_back({std::move(heading.adult_name), std::move(heading.child_first_name), std::move(heading.class_label), made.login,
                        gate::spaced(made.code), std::move(square.path), square.size});
}

gate::MadeCode print(Tx& tx, const Actor& actor, const gate::Sheet& sheet) {
  store::audit(tx, {.act = "settings.print_sheet",
                    .person = actor.person,
                    .profile = std::string(described::name_of(actor.profile)),
                    .school = sheet.school,
                    .child = sheet.child,
                    .thing = sheet.person});
  return gate::make_code(tx, sheet);
}

}  // namespace

Result<wire::Sheets> class_sheets(gate::Call<ClassSheets>& call, const std::string& origin) {
  const auto& [tx, actor, session, in] = call;
  const auto rows = q::families_of(tx, actor.classes(sheets), actor.schools(sheets), in.school_class, tx.today());
  if (rows.empty()) return not_found("settings.no_class");
  wire::Sheets out = no_sheets(tx, origin, rows[0].school_name);
  std::vector<PersonId> seen;  // a guardian of two children of the class has one sheet
  for_each_child(rows, [&](std::span<const FamilyRow> of_child) {
    const bool reached = std::any_of(of_child.begin(), of_child.end(), [](const FamilyRow& row) { return row.entered; });
    if (in.only_unentered.value_or(false) && reached) return;
    for (const FamilyRow& row : of_child) {
      if (!row.guardian || std::find(seen.begin(), seen.end(), *row.holder) != seen.end()) continue;
      seen.push_back(*row.holder);
      if (row.has_password) {
        ++out.already;
        continue;
      }
      const auto made = print(tx, actor, {*row.holder, *row.child, row.school, actor.person});
      add_sheet(out, {*row.guardian_name, *row.child_first_name, row.label}, made);
    }
  });
  return out;
}

Result<wire::Sheets> staff_sheets_of(gate::Call<gate::NoInput>& call, const std::string& origin) {
  const auto rows = q::staff_of(call.tx, call.actor.schools(staff_sheets), call.tx.today());
  wire::Sheets out = no_sheets(call.tx, origin, rows.empty() ? "" : rows[0].school_name);
  for (const StaffRow& row : rows) {
    if (!row.person) continue;
    if (row.has_password) {
      ++out.already;
      continue;
    }
    add_sheet(out, {*row.name, "", ""}, print(call.tx, call.actor, {*row.person, {}, row.school, call.actor.person}));
  }
  return out;
}

Result<wire::Sheets> sheet_of_staff(Tx& tx, const Actor& actor, const std::vector<SchoolId>& schools, PersonId person,
                                    const std::string& origin) {
  auto row = q::staff_member(tx, schools, person, tx.today());
  if (!row) return not_found("settings.no_staff");
  wire::Sheets out = no_sheets(tx, origin, std::move(row->school_name));
  if (row->has_password) {
    out.already = 1;
    return out;
  }
  add_sheet(out, {std::move(row->name), "", ""}, print(tx, actor, {row->holder, {}, row->school, actor.person}));
  return out;
}

Result<wire::Sheets> renew_staff(gate::Call<RenewStaff>& call, const std::string& origin) {
  const auto& [tx, actor, session, in] = call;
  auto row = q::staff_member(tx, actor.schools(staff_sheets), in.person, tx.today());
  if (!row) return not_found("settings.no_staff");
  wire::Sheets out = no_sheets(tx, origin, std::move(row->school_name));
  add_sheet(out, {std::move(row->name), "", ""}, gate::renew_access(tx, {row->holder, {}, row->school, actor.person}));
  return out;
}

Result<wire::Sheets> renew_guardian(gate::Call<RenewAccess>& call, const std::string& origin) {
  const auto& [tx, actor, session, in] = call;
  auto row = q::guardian_of_child(tx, actor.schools(renew), in.guardian, in.child, tx.today());
  if (!row) return not_found("settings.no_guardian");
  wire::Sheets out = no_sheets(tx, origin, std::move(row->school_name));
  const auto made = gate::renew_access(tx, {in.guardian, in.child, row->school, actor.person});
  add_sheet(out, {std::move(row->guardian_name), std::move(row->child_first_name), std::move(row->class_label)}, made);
  return out;
}

}  // namespace settings
