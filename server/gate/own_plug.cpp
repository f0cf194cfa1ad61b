#include "gate/own_plug.h"

#include "gate/custody.h"
#include "gate/keys.h"
#include "gate/queries.gen.h"

namespace gate {

namespace {

/// Once a day: keys after 30 days, sessions unused for 200, limits whose window ended.
Result<> clean_up(Tx& tx, std::string_view) {
  q::forget_keys(tx, tx.now() - keys_live);
  q::forget_sessions(tx, tx.now() - days(200));
  q::forget_limits(tx, tx.now());
  store::add_job(tx, "gate.clean_up", "{}", tx.now() + days(1));
  return {};
}

}  // namespace

Plug own_plug() {
  Plug plug;
  plug.name = "gate";
  plug.jobs = {{"gate.clean_up", clean_up}, {"gate.custody_changed", revoke_codes_after_custody}};
  plug.check_queries = q::check;
  return plug;
}

}  // namespace gate
