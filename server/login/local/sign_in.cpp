#include "gate/same_origin.h"
#include "login/local/device.h"
#include "login/local/visit.h"
#include "login/local/way_back.h"

namespace login::local {

gate::Visitor visitor_of(const gate::Request& request) {
  return {gate::network_of(request.peer), device_named(request.user_agent), std::string(gate::cookie_named(request, gate::device_cookie))};
}

void Local::sign_in(Shared visit, Door door) {
  const Fields& typed = visit->fields;
  SignInForm form{.door = door, .mark = visit->mark.hidden, .page_wanted = page_wanted(typed["retour"])};
  const auto page_of = door == Door::pupil ? pupil_page : sign_in_page;
  if (!visit->posts) {
    if (door == Door::pupil) form.login = std::string(typed["nom"].substr(0, 200));  // the card's square brings the login, never the words
    return send(*visit, page_of(form));
  }

  form.login = std::string(typed["login"].substr(0, 200));
  form.own_device = typed.has("own");
  auto again = [this, visit, form, page_of](std::string wrong, int status) mutable {
    form.wrong = std::move(wrong);
    Page page = page_of(form);
    page.status = status;
    send(*visit, page);
  };
  if (!visit->ours) return again("gate.form_old", 403);
  enter(
      visit,
      [in = gate::SignIn{form.login, std::string(typed["password"]), form.own_device}, visitor = visitor_of(visit->request), door](Tx& tx) {
        return door == Door::pupil ? gate::sign_in_pupil(tx, in, visitor) : gate::sign_in(tx, in, visitor);
      },
      [this, visit, door, again](Result<Entered> entered) mutable {
        if (!entered) {
          if (!sent_trouble(*visit, entered.error())) again(entered.error().code, int(entered.error().fault));
        } else if (entered->places.empty()) {
          send(*visit, no_place_today());
        } else {
          visit->done(welcome(*visit, *entered, door == Door::parent));
        }
      });
}

}  // namespace login::local
