#include "gate/accounts.h"

#include "base/passwords.h"
#include "base/text.h"
#include "gate/codes.h"
#include "gate/limits.h"
#include "gate/queries.gen.h"
#include "store/audit.h"

namespace gate {

std::string login_as_kept(std::string_view typed) {
  std::string out;
  std::string tidy;
  if (!text::tidy(typed, tidy)) return out;
  // fold drops hyphens; a login keeps its dots only, so that what is printed can be typed in any case and with any accent
  for (const char c : text::fold(tidy)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.') out += c;
  }
  return out;
}

std::string reserve_login(Tx& tx, PersonId person) {
  if (const auto account = q::account_of(tx, person)) return account->login;
  const auto names = q::names_of_account(tx, person);
  const std::string stem = login_as_kept(names->first_name + "." + names->last_name).substr(0, 60);
  const auto taken = q::logins_like(tx, stem, stem + ":");  // ':' follows the digits
  std::string login = stem;
  for (int number = 2; std::find(taken.begin(), taken.end(), login) != taken.end(); ++number) login = stem + std::to_string(number);
  q::make_account(tx, person, login, tx.now());
  return login;
}

std::string open_session(Tx& tx, PersonId person, bool own_device, std::string_view device) {
  std::array<unsigned char, 32> token{};
  tx.random().fill(token);
  std::string text = crypto::base64url(token);
  q::open_session(tx, tx.new_id<SessionId>(), crypto::sha256(text), person, own_device, device, tx.now());
  q::entered(tx, person, tx.now());
  return text;
}

void set_password(Tx& tx, PersonId person, std::string_view verifier) {
  q::set_password(tx, tx.new_id<Uuid>(), person, verifier, tx.now());
}

void give_phrase(Tx& tx, PersonId pupil, std::string_view verifier) {
  set_password(tx, pupil, verifier);
  q::end_other_sessions(tx, pupil, SessionId{}, tx.now());  // none is kept
  store::standing_changed(tx, pupil);
  const auto account = q::account_of(tx, pupil);
  forget(tx, tries_of_account, account->login);
  forget(tx, tries_of_device, account->login);
}

std::optional<std::string> password_fault(Tx& tx, PersonId person, std::string_view password) {
  const auto account = q::account_of(tx, person);
  const auto names = q::names_of_account(tx, person);
  std::vector<std::string> own;
  if (names) own = {names->first_name, names->last_name};
  return passwords::fault(password, account ? account->login : "", own);
}

PersonId holder_of(Tx& tx, PersonId record) { return q::merged_into(tx, record).value_or(record); }

MadeCode renew_access(Tx& tx, const Sheet& sheet) {
  Sheet of_holder = sheet;
  of_holder.person = holder_of(tx, sheet.person);
  q::drop_password(tx, of_holder.person);
  q::end_other_sessions(tx, of_holder.person, SessionId{}, tx.now());  // none is kept
  store::standing_changed(tx, of_holder.person);
  store::audit(
      tx, {.act = "gate.renew_access", .person = sheet.made_by, .school = sheet.school, .child = sheet.child, .thing = of_holder.person});
  return make_code(tx, of_holder);
}

Result<std::vector<Invitation>> invite_heads(Tx& tx, std::string_view uai, std::string_view by_name) {
  if (!q::school_of_uai(tx, uai)) return not_found("gate.no_school");
  const auto heads = q::heads_of_uai(tx, uai, tx.today());
  if (heads.empty()) return not_found("gate.no_head");
  std::vector<Invitation> invitations;
  for (const HeadRow& head : heads) {
    if (head.has_password) continue;
    MadeCode made = make_code(tx, {head.person, {}, head.school, {}});
    store::audit(tx, {.act = "gate.invite", .school = head.school, .thing = head.person, .by_name = std::string(by_name)});
    invitations.push_back(
        {head.first_name + " " + head.last_name, head.school_name, std::move(made.login), spaced(made.code), made.until_at});
  }
  return invitations;
}

}  // namespace gate
