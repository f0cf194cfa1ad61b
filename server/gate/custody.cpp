#include "gate/custody.h"

#include "base/json.h"
#include "gate/queries.gen.h"
#include "people/custody.h"

Result<> gate::revoke_codes_after_custody(Tx& tx, std::string_view payload) {
  const auto changed = TRY(json::from_json<people::CustodyChanged>(payload));
  q::revoke_codes_for_child(tx, changed.adult, changed.child, tx.now());
  return {};
}
