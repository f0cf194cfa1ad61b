#include "notices/listeners.h"
#include "notices/live.h"
#include "notices/notices.h"
#include "notices/queries.gen.h"
#include "notices/wire.h"

namespace notices {

namespace {

Result<wire::Bell> bell(Tx& tx, const Actor& actor) {
  return wire::Bell{q::unread(tx, actor.self, actor.children(read), actor.classes(read), actor.schools(read), tx.now()).value_or(0)};
}

Result<wire::Bell> ring(gate::Call<gate::NoInput>& call) { return bell(call.tx, call.actor); }

}  // namespace

gate::Plug plug() {
  return {.name = "notices",
          .routes = {gate::route<gate::Method::GET>("/bell", read, ring).quietly()},
          .cards = {gate::card("bell", read, bell)},
          .personal_data = {{.table = "notices_delivery",
                             .person_columns = {"person", "about_child"},
                             .activity = "A-CFE",
                             .purpose = "qui doit savoir quoi, depuis quand, et ce qui a été ouvert et répondu",
                             .kept_for_months = 12,
                             .on_erasure = PersonalData::OnErasure::keep,
                             .reason = "trace de diffusion (EDI-01) : il n'y reste que des numéros quand la personne est effacée"}},
          .jobs = {{"notices.custody_changed", cancel_after_custody},
                   {"notices.hours_changed", move_to_new_hours},
                   {"notices.arrived", refresh_school}},
          .check_queries = q::check};
}

}  // namespace notices
