#pragma once
#include "import/aaf/rows.h"

namespace aaf {

/// What a run was asked, beside the delivery.
struct Asked {
  Date dated;                         // the day the export stands for
  std::optional<std::string> school;  // this UAI alone
  std::optional<std::string> academy;
  std::vector<std::string> confirmed;  // UAI of held schools to apply all the same
};

/// What the whole delivery has in common.
struct Frame {
  Date dated;
  int school_year = 0;     // 2026 for 2026-2027
  std::string academy;     // "10"
  std::string party_name;  // "Académie de Lyon"
  PartyId party;           // the one we have, or a new one
};

/// More than one in ten of a school's people leaving holds it.
/// Source: DIR-06
constexpr bool too_many_leave(const Turnover& people) { return people.leaving * 10 > people.present; }

/// Decides what an import would do, from the staged delivery and the territory as it is; writes into temporary tables only.
///
/// Errors: invalid — aaf.academy_missing, aaf.academies_differ, aaf.academy_unknown, aaf.school_absent, aaf.confirm_absent (with path of
/// the UAI) Source: docs/sources.md#aaf
Result<Frame> make_plan(Tx&, const Asked&);

/// "Académie de Lyon", "Académie d’Aix-Marseille".
std::string party_name(std::string_view academy_name);

/// Calls `each` for every school of the delivery, in its order, holding a page of them at a time.
void for_each_school(Tx&, const std::function<void(const StagedSchool&)>& each);

}  // namespace aaf
