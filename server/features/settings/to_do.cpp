#include "features/settings/to_do.h"

#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "features/settings/search.h"

namespace settings {

namespace {
constexpr int soon = 30;  // days
}

Result<wire::ToDo> list_to_do(gate::Call<gate::NoInput>& call) {
  Tx& tx = call.tx;
  const auto schools = call.actor.schools(lists);
  const Date today = tx.today();
  wire::ToDo out{q::pupils_without_guardian(tx, schools, today),
                 q::guardians_without_account(tx, schools, today, tx.now()),
                 q::classes_without_teacher(tx, schools, school_year_of(today), today),
                 {},
                 {}};
  if (sees_decisions(call.actor)) {
    out.limits_ending = q::limits_ending(tx, schools, today, today + soon);
    out.attempts = q::attempts_since(tx, schools, tx.now() - days(soon));
  }
  return out;
}

}  // namespace settings
