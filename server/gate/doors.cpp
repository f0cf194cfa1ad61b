#include "gate/doors.h"

#include "base/phrases.h"
#include "gate/accounts.h"
#include "gate/context.h"
#include "gate/queries.gen.h"
#include "store/audit.h"

namespace gate {

namespace {

/// What a wrong login is compared with, so that it takes the same time as a wrong password.
const std::string& nobodys_verifier(Tx& tx) {
  static const std::string verifier = crypto::hash_password(tx.keys(), "nobody's password", tx.random());
  return verifier;
}

std::string device_token_for(Tx& tx, PersonId person) {
  return crypto::base64url(crypto::hmac_sha256(*tx.keys().derive(tx.keys().newest(), "device"), to_text(person)));
}

/// A browser that already opened this account counts in a lane of its own.
Result<> count_sign_in(Tx& tx, const std::string& login, const std::optional<AccountRow>& account, const Visitor& visitor) {
  const bool known = account && !visitor.device_token.empty() && visitor.device_token == device_token_for(tx, account->person);
  TRY(count(tx, tries_of_network, visitor.network));
  TRY(known ? count(tx, tries_of_device, login) : count(tx, tries_of_account, login));
  return {};
}

SignedIn let_in(Tx& tx, PersonId person, bool own_device, const Visitor& visitor) {
  const auto kept = q::merged_into(tx, person);
  const PersonId holder = kept.value_or(person);
  SignedIn in{open_session(tx, holder, own_device, visitor.device), own_device ? device_token_for(tx, person) : "", holder};
  store::audit(tx, {.act = "gate.sign_in", .person = holder});
  return in;
}

}  // namespace

Result<Hashing<SignedIn>> sign_in(Tx& tx, const SignIn& typed, const Visitor& visitor) {
  const std::string login = login_as_kept(typed.login);
  const auto account = q::account_of_login(tx, login);
  TRY(count_sign_in(tx, login, account, visitor));
  const bool real = account && account->verifier;
  struct Hashed {
    bool right = false;
    std::string fresh;  // a verifier of today's cost, when the kept one is older
  };
  auto hashed = std::make_shared<Hashed>();
  Hashing<SignedIn> parts;
  parts.hash = [hashed, &keys = tx.keys(), &random = tx.random(), password = typed.password, real,
                verifier = real ? *account->verifier : nobodys_verifier(tx)] {
    hashed->right = crypto::verify_password(keys, password, verifier) && real;
    if (hashed->right && crypto::needs_rehash(keys, verifier)) hashed->fresh = crypto::hash_password(keys, password, random);
  };
  parts.finish = [hashed, login, own_device = typed.own_device, visitor](Tx& later) -> Result<SignedIn> {
    // read again: a renewed access or a closed account must not open with what was read before the hash
    const auto now = q::account_of_login(later, login);
    if (!hashed->right || !now || !now->verifier) return refused("gate.wrong_password");
    if (!hashed->fresh.empty()) set_password(later, now->person, hashed->fresh);
    forget(later, tries_of_account, login);
    forget(later, tries_of_device, login);
    return let_in(later, now->person, own_device, visitor);
  };
  return parts;
}

Result<Hashing<SignedIn>> sign_in_pupil(Tx& tx, const SignIn& typed, const Visitor& visitor) {
  auto parts = TRY(sign_in(tx, {typed.login, phrases::as_kept(typed.password), typed.own_device}, visitor));
  parts.finish = [finish = std::move(parts.finish), login = login_as_kept(typed.login)](Tx& later) -> Result<SignedIn> {
    // before the session is made: an adult's account must not be told from a wrong phrase
    const auto account = q::account_of_login(later, login);
    const auto held = account ? contexts_held(later, std::vector<PersonId>{account->person}) : std::vector<Held>{};
    const bool pupil = !held.empty() && std::all_of(held.begin(), held.end(), [](const Held& one) { return is_pupil(one.profile); });
    if (!pupil) return refused("gate.wrong_phrase");
    Result<SignedIn> in = finish(later);
    if (!in && in.error().code == "gate.wrong_password") return refused("gate.wrong_phrase");
    return in;
  };
  return parts;
}

namespace {

Result<CodeRow> counted_code(Tx& tx, std::string_view typed, std::string_view network) {
  TRY(count(tx, codes_of_network, network));
  CodeRow code = TRY(find_code(tx, typed));
  TRY(count(tx, codes_of_school, to_text(code.school)));
  if (code.child && !q::guards_today(tx, code.person, *code.child, tx.today())) return refused("gate.code_void");
  return code;
}

}  // namespace

Result<SheetOwner> who_is_on_sheet(Tx& tx, std::string_view typed, const Visitor& visitor) {
  const CodeRow code = TRY(counted_code(tx, typed, visitor.network));
  return SheetOwner{code.first_name + " " + code.last_name, code.child_first_name, code.school_name, code.login.value_or(""),
                    code.has_password};
}

Result<Hashing<SignedIn>> activate(Tx& tx, const Activation& typed, const Visitor& visitor) {
  const CodeRow code = TRY(counted_code(tx, typed.code, visitor.network));
  if (code.has_password || q::merged_into(tx, code.person)) return conflict("gate.code_has_account");
  if (auto fault = password_fault(tx, code.person, typed.password)) return invalid_at("/password", *fault);
  auto verifier = std::make_shared<std::string>();
  Hashing<SignedIn> parts;
  parts.hash = [verifier, &keys = tx.keys(), &random = tx.random(), password = typed.password] {
    *verifier = crypto::hash_password(keys, password, random);
  };
  parts.finish = [verifier, code, own_device = typed.own_device, visitor](Tx& later) -> Result<SignedIn> {
    if (q::use_code(later, code.id, later.now()) != 1) return gone("gate.code_used");
    const auto account = q::account_of(later, code.person);
    if (account && account->verifier) return conflict("gate.code_has_account");
    reserve_login(later, code.person);
    set_password(later, code.person, *verifier);
    store::audit(later, {.act = "gate.activate", .person = code.person, .school = code.school, .child = code.child});
    return let_in(later, code.person, own_device, visitor);
  };
  return parts;
}

Result<std::vector<ChildRow>> add_record(Tx& tx, const Actor& actor, std::string_view typed, std::string_view network) {
  const CodeRow code = TRY(counted_code(tx, typed, network));
  if (!code.child) return refused("gate.code_not_guardian");
  if (std::find(actor.self.begin(), actor.self.end(), code.person) != actor.self.end()) return conflict("gate.code_yours");
  if (code.has_password || q::merged_into(tx, code.person) || !q::merges_kept_by(tx, code.person).empty()) {
    return refused("gate.code_has_account");
  }
  if (q::use_code(tx, code.id, tx.now()) != 1) return gone("gate.code_used");
  q::merge_records(tx, tx.new_id<Uuid>(), actor.person, code.person, tx.now());
  store::audit(tx, {.act = "gate.merge", .person = actor.person, .school = code.school, .child = code.child, .thing = code.person});
  const std::vector<PersonId> added{code.person};
  return q::children_named(tx, added, tx.today());
}

Result<Hashing<void>> confirm(Tx& tx, const Session& session, std::string_view password) {
  const auto account = q::account_of(tx, session.person);
  if (!account || !account->verifier) return refused("gate.wrong_password");
  TRY(count(tx, tries_of_device, account->login));
  auto right = std::make_shared<bool>(false);
  Hashing<void> parts;
  parts.hash = [right, &keys = tx.keys(), typed = std::string(password), verifier = *account->verifier] {
    *right = crypto::verify_password(keys, typed, verifier);
  };
  parts.finish = [right, session, login = account->login](Tx& later) -> Result<> {
    if (!*right) return refused("gate.wrong_password");
    forget(later, tries_of_device, login);
    q::confirm_session(later, session.id, later.now());
    return {};
  };
  return parts;
}

Result<Hashing<void>> change_password(Tx& tx, const Session& session, std::string_view current, std::string_view wanted) {
  const auto account = q::account_of(tx, session.person);
  if (!account || !account->verifier) return refused("gate.wrong_password");
  TRY(count(tx, tries_of_device, account->login));
  if (auto fault = password_fault(tx, session.person, wanted)) return invalid_at("/wanted", *fault);
  auto fresh = std::make_shared<std::string>();
  Hashing<void> parts;
  parts.hash = [fresh, &keys = tx.keys(), &random = tx.random(), typed = std::string(current), chosen = std::string(wanted),
                verifier = *account->verifier] {
    if (crypto::verify_password(keys, typed, verifier)) *fresh = crypto::hash_password(keys, chosen, random);
  };
  parts.finish = [fresh, session, login = account->login](Tx& later) -> Result<> {
    if (fresh->empty()) return refused("gate.wrong_password");
    forget(later, tries_of_device, login);
    set_password(later, session.person, *fresh);
    q::end_other_sessions(later, session.person, session.id, later.now());
    store::standing_changed(later, session.person);
    q::confirm_session(later, session.id, later.now());
    store::audit(later, {.act = "gate.change_password", .person = session.person});
    return {};
  };
  return parts;
}

}  // namespace gate
