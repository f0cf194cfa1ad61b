#pragma once
#include <optional>
#include <string>

#include "gate/doors.h"
#include "login/local/shell.h"

/// Every page of the doors: what is known goes in, words and markup come out.
namespace login::local {

/// "Bonjour. Qui êtes-vous ?" `page_wanted` may be empty.
Page who_are_you(Date today, const std::string& page_wanted);
/// A machine that nobody can enter yet. `one_at_a_time`: the server must be stopped for the command line (SQLite).
Page first_start(bool one_at_a_time);
/// An address where no browser keeps our cookies. `origin` is where the visitor is, `better` the installation's own address.
Page unsafe_address(const std::string& origin, const std::string& better);
Page help();
Page nowhere();

enum class Door { parent, school, pupil };

struct SignInForm {
  Door door = Door::parent;
  std::string mark;  // hidden (form.h)
  std::string page_wanted;
  std::string login;
  bool own_device = false;
  std::string wrong;  // an error code, or empty
};
Page sign_in_page(const SignInForm&);
/// The same door for a child: two fields, short words.
Page pupil_page(const SignInForm&);

struct CodeForm {
  std::string mark;
  std::string code;
  std::string wrong;
  std::string account_page;  // where a signed-in guardian adds the sheet; empty for everybody else
};
Page code_page(const CodeForm&);

struct PasswordForm {
  std::string mark;
  std::string code;
  gate::SheetOwner owner;
  bool own_device = false;
  std::string wrong;
};
Page password_page(const PasswordForm&);

/// Refusals that no other try of the same form would mend at once: too many tries, too many people, a surprise.
/// Nothing for the others. `again` is the address to come back to.
std::optional<Page> trouble(const Error&, std::string_view again);
/// The password was right, and no relation of today gives any place.
Page no_place_today();

}  // namespace login::local
