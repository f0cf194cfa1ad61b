#include "features/settings/apart.h"
#include "features/settings/calendar.h"
#include "features/settings/classes.h"
#include "features/settings/contact.h"
#include "features/settings/families.h"
#include "features/settings/person.h"
#include "features/settings/posts.h"
#include "features/settings/pupil_cards.h"
#include "features/settings/queries.gen.h"
#include "features/settings/quiet.h"
#include "features/settings/reach.h"
#include "features/settings/rights.h"
#include "features/settings/search.h"
#include "features/settings/settings.h"
#include "features/settings/sheets.h"
#include "features/settings/to_do.h"

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

/// The same for cards, whose words are hashed outside any transaction.
template <class In>
gate::Route printing_cards(std::type_identity_t<gate::Pattern<In>> pattern, const std::string& origin,
                           Result<gate::Hashing<wire::PupilCards>> (*verb)(Call<In>&, const std::string&)) {
  gate::Route::RunHashing run = [verb, origin](Tx& tx, const Actor& actor, const gate::Session& session,
                                               const gate::Source& source) -> Result<gate::Hashing<gate::Reply>> {
    In in = TRY(gate::input_of<In>(source));
    Call<In> call{tx, actor, session, std::move(in)};
    auto parts = TRY(verb(call, origin));
    gate::Hashing<gate::Reply> written;
    written.hash = std::move(parts.hash);
    written.finish = [finish = std::move(parts.finish)](Tx& later) -> Result<gate::Reply> {
      const wire::PupilCards made = TRY(finish(later));
      return gate::written(made);
    };
    return written;
  };
  gate::Route route{POST, pattern.text, &pupil_cards, {}, std::move(run), &gate::shape<In>, &gate::shape<wire::PupilCards>};
  return std::move(route).asking_password().with_secret();
}

gate::Routes routes(const std::string& origin) {
  return {
      route<GET>("/settings/classes", see_classes, list_classes),
      route<PUT>("/settings/classes/{school_class}/teachers", classes, set_class_teachers),
      route<GET>("/settings/quiet-hours", see_quiet, find_quiet_hours),
      route<PUT>("/settings/quiet-hours", set_quiet, set_quiet_hours),
      route<GET>("/settings/families", families, list_families),
      route<GET>("/settings/not-reached", reach, list_not_reached),
      printing("/settings/classes/{school_class}/sheets", sheets, origin, class_sheets),
      printing("/settings/guardians/{guardian}/renew", renew, origin, renew_guardian),
      printing("/settings/staff-sheets", staff_sheets, origin, staff_sheets_of),
      printing("/settings/staff/{person}/renew", staff_sheets, origin, renew_staff),

      route<GET>("/settings/calendars", see_calendar, list_calendars),
      route<PUT>("/settings/calendar", change_calendar, set_calendar),

      route<GET>("/settings/search", directory, search_people),
      route<GET>("/settings/people/{person}", directory, find_person),
      route<GET>("/settings/to-do", lists, list_to_do),
      route<PUT>("/settings/people/{person}/names", names, rename),
      route<POST>("/settings/people/{person}/sessions/end", sessions, end_sessions),
      route<POST>("/settings/people/{person}/custody", people::limits_custody, limit_custody).asking_password(),
      route<POST>("/settings/people/{person}/custody/end", people::limits_custody, end_custody).asking_password(),
      route<POST>("/settings/people/{person}/protection", people::keeps_apart, protect).asking_password(),
      route<POST>("/settings/people/{person}/death", people::keeps_apart, declare_death).asking_password(),
      route<POST>("/settings/people/{person}/death/undo", people::keeps_apart, undo_death).asking_password(),
      route<POST>("/settings/staff/{person}/suspend", people::keeps_apart, suspend_staff).asking_password(),
      route<POST>("/settings/staff/{person}/restore", people::keeps_apart, restore_staff).asking_password(),

      route<GET>("/settings/contact", own_contact, find_own_contact),
      route<PUT>("/settings/contact", own_contact, set_own_contact),
      route<GET>("/settings/guardians/{guardian}/contact", contacts, find_contact),

      route<GET>("/settings/substitutes", people::names_posts, list_substitutes),
      printing("/settings/substitutes", people::names_posts, origin, name_substitute),
      route<GET>("/settings/administrators", people::names_posts, list_administrators),
      printing("/settings/administrators", people::names_posts, origin, name_administrator),
      route<POST>("/settings/posts/{post}/end", people::names_posts, end_post),
      route<GET>("/settings/town", people::names_posts, search_town),
      printing_cards("/settings/classes/{school_class}/pupil-cards", origin, class_cards),
      printing_cards("/settings/pupils/{pupil}/card", origin, pupil_card),
  };
}

}  // namespace

gate::Plug plug(std::string origin) {
  gate::Plug plug;
  plug.name = "settings";
  plug.routes = routes(origin);
  plug.cards = {gate::card("settings_reach", reach, reach_card), gate::card("settings_substituted", people::names_posts, substituted_card),
                gate::card("settings_holidays", see_calendar, next_holidays_card)};
  plug.check_queries = q::check;
  return plug;
}

}  // namespace settings
