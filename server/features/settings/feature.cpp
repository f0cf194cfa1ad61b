#include "features/settings/classes.h"
#include "features/settings/families.h"
#include "features/settings/queries.gen.h"
#include "features/settings/quiet.h"
#include "features/settings/reach.h"
#include "features/settings/rights.h"
#include "features/settings/settings.h"
#include "features/settings/sheets.h"

namespace settings {

namespace {

using enum gate::Method;
using gate::Call;
using gate::route;

/// A verb that prints must also know the address of the house, which no request of the API tells.
template <class In>
gate::Route printing(std::type_identity_t<gate::Pattern<In>> pattern, const Right& right, const std::string& origin,
                     Result<wire::Sheets> (*verb)(Call<In>&, const std::string&)) {
  gate::Route::Run run = [verb, origin](Tx& tx, const Actor& actor, const gate::Session& session,
                                        const gate::Source& source) -> Result<gate::Reply> {
    In in = TRY(gate::input_of<In>(source));
    Call<In> call{tx, actor, session, std::move(in)};
    const wire::Sheets made = TRY(verb(call, origin));
    return gate::written(made);
  };
  gate::Route route{POST, pattern.text, &right, std::move(run), {}, &gate::shape<In>, &gate::shape<wire::Sheets>};
  return std::move(route).asking_password().with_secret();
}

gate::Routes routes(const std::string& origin) {
  return {
      route<GET>("/settings/classes", classes, list_classes),
      route<PUT>("/settings/classes/{school_class}/teachers", classes, set_class_teachers),
      route<GET>("/settings/quiet-hours", see_quiet, find_quiet_hours),
      route<PUT>("/settings/quiet-hours", set_quiet, set_quiet_hours),
      route<GET>("/settings/families", families, list_families),
      route<GET>("/settings/not-reached", reach, list_not_reached),
      printing("/settings/classes/{school_class}/sheets", sheets, origin, class_sheets),
      printing("/settings/guardians/{guardian}/renew", renew, origin, renew_guardian),
      printing("/settings/staff-sheets", staff_sheets, origin, staff_sheets_of),
  };
}

}  // namespace

gate::Plug plug(std::string origin) {
  gate::Plug plug;
  plug.name = "settings";
  plug.routes = routes(origin);
  plug.cards = {gate::card("settings_reach", reach, reach_card)};
  plug.check_queries = q::check;
  return plug;
}

}  // namespace settings
