#pragma once
#include "gate/call.h"
#include "gate/codes.h"
#include "gate/limits.h"

/// The one sign-in pipeline: every door (the local one now, others later) goes through these, in the three parts of `Hashing`.
namespace gate {

/// Where a request comes from, as far as a door must know.
struct Visitor {
  std::string network;       // network_of its address
  std::string device;        // "Firefox, Android": words of the sessions page
  std::string device_token;  // what a former sign-in of this browser left, or empty
};

struct SignedIn {
  std::string token;         // of the session: the cookie
  std::string device_token;  // of the device: the other cookie; empty on a shared one
  PersonId person;
};

struct SignIn {
  std::string login;
  std::string password;
  bool own_device;
};

/// Errors, the same bytes after the same time whether the account exists or not: refused — gate.wrong_password;
///         too_many — gate.slow_down
Result<Hashing<SignedIn>> sign_in(Tx&, const SignIn&, const Visitor&);

/// The pupils' door: a login and three words, in whatever case and with whatever accents. Only a pupil's account opens here.
/// Errors: refused — gate.wrong_phrase (one answer for all that is wrong); too_many — gate.slow_down
/// Source: DIR-13 (docs/requirements.md)
Result<Hashing<SignedIn>> sign_in_pupil(Tx&, const SignIn&, const Visitor&);

struct Activation {
  std::string code;
  std::string password;
  bool own_device;
};

/// First use of a sheet: chooses the password and is signed in.
/// Errors: those of find_code; too_many — gate.slow_down; invalid — gate.password_… at /password;
///         conflict — gate.code_has_account (sign in and add the code there); refused — gate.code_void (the relation ended)
Result<Hashing<SignedIn>> activate(Tx&, const Activation&, const Visitor&);

/// What a typed code may tell before any password: for whom the sheet is.
struct SheetOwner {
  std::string name;
  std::optional<std::string> child_first_name;
  std::string school_name;
  std::string login;
  bool has_account;
};
Result<SheetOwner> who_is_on_sheet(Tx&, std::string_view code, const Visitor&);

/// A signed-in guardian adds the sheet of another of their records.
/// Errors: those of find_code; conflict — gate.code_yours; refused — gate.code_not_guardian (a staff sheet),
///         gate.code_has_account (that record already signs in on its own), gate.code_void
Result<std::vector<ChildRow>> add_record(Tx&, const Actor&, std::string_view code, std::string_view network);

/// The signed-in person types the password again.
/// Errors: refused — gate.wrong_password; too_many — gate.slow_down
Result<Hashing<void>> confirm(Tx&, const Session&, std::string_view password);

/// Errors: refused — gate.wrong_password; invalid — gate.password_… at /wanted; too_many — gate.slow_down
Result<Hashing<void>> change_password(Tx&, const Session&, std::string_view current, std::string_view wanted);

}  // namespace gate
