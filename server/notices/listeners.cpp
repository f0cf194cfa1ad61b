#include "notices/listeners.h"

#include "base/json.h"
#include "notices/live.h"
#include "notices/queries.gen.h"
#include "people/custody.h"
#include "people/hours.h"

namespace notices {

Result<> cancel_after_custody(Tx& tx, std::string_view payload) {
  const auto changed = TRY(json::from_json<people::CustodyChanged>(payload));
  q::cancel_waiting(tx, changed.adult, changed.child, tx.today(), tx.now());
  return {};
}

Result<> move_to_new_hours(Tx& tx, std::string_view payload) {
  const auto changed = TRY(json::from_json<people::HoursChanged>(payload));
  const auto at = people::deliver_at(people::find_hours(tx, changed.school).hours, tx.zone(), tx.now());
  q::move_ends(tx, changed.school, at, tx.now());
  q::move_waiting(tx, changed.school, at, tx.now());
  q::move_reminders(tx, changed.school, at, tx.now());
  refresh_school_at(tx, changed.school, at);
  return {};
}

}  // namespace notices
