#include <algorithm>

#include "gate/same_origin.h"
#include "login/local/visit.h"

namespace login::local {

namespace {

bool about_password(const Error& error) { return error.fault == Fault::invalid && error.code.starts_with("gate.password_"); }

}  // namespace

/// The code is asked for; a guardian who is already in is shown where to add it.
void Local::sheet_form(Shared visit) {
  const std::string token(gate::cookie_named(visit->request, gate::session_cookie));
  const auto show = [this, visit](bool guardian) {
    send(*visit, code_page({.mark = visit->mark.hidden, .account_page = guardian ? "/c/parent/compte/ajouter-un-enfant" : ""}));
  };
  if (token.empty()) return show(false);
  in_transaction<bool>(
      gate_.database(), false,
      [token](Tx& tx) -> Result<bool> {
        const auto places = gate::open_places(tx, token);
        return std::any_of(places.begin(), places.end(), [](const gate::Place& p) { return p.profile == Profile::guardian; });
      },
      [show](Result<bool> guardian) { show(guardian && *guardian); });
}

/// First the code alone, then the code and a password.
void Local::sheet(Shared visit) {
  if (!visit->ours) {
    Page page = code_page({.mark = visit->mark.hidden, .code = std::string(visit->fields["code"]), .wrong = "gate.form_old"});
    page.status = 403;
    return send(*visit, page);
  }
  if (visit->fields.has("password")) return choose_password(std::move(visit));
  show_owner(std::move(visit), {});
}

/// For whom the sheet is, and the choice of a password; `wrong` is what was wrong with the last one.
void Local::show_owner(Shared visit, std::string wrong) {
  in_transaction<gate::SheetOwner>(
      gate_.database(), true,
      [code = std::string(visit->fields["code"]), visitor = visitor_of(visit->request)](Tx& tx) {
        return gate::who_is_on_sheet(tx, code, visitor);
      },
      [this, visit, wrong = std::move(wrong)](Result<gate::SheetOwner> owner) {
        if (owner && owner->has_account) owner = conflict("gate.code_has_account");
        if (!owner) return refuse_code(visit, owner.error());
        Page page = password_page({.mark = visit->mark.hidden,
                                   .code = std::string(visit->fields["code"]),
                                   .owner = std::move(*owner),
                                   .own_device = visit->fields.has("own"),
                                   .wrong = wrong});
        if (!wrong.empty()) page.status = int(Fault::invalid);
        send(*visit, page);
      });
}

void Local::choose_password(Shared visit) {
  const Fields& typed = visit->fields;
  const gate::Activation wish{std::string(typed["code"]), std::string(typed["password"]), typed.has("own")};
  enter(
      visit, [wish, visitor = visitor_of(visit->request)](Tx& tx) { return gate::activate(tx, wish, visitor); },
      [this, visit](Result<Entered> entered) {
        if (!entered)
          return about_password(entered.error()) ? show_owner(visit, entered.error().code) : refuse_code(visit, entered.error());
        if (entered->places.empty()) return send(*visit, no_place_today());
        visit->done(welcome(*visit, *entered, true));
      });
}

void Local::refuse_code(Shared visit, const Error& error) const {
  if (sent_trouble(*visit, error)) return;
  Page page = code_page({.mark = visit->mark.hidden, .code = std::string(visit->fields["code"]), .wrong = error.code});
  page.status = int(error.fault);
  send(*visit, page);
}

}  // namespace login::local
