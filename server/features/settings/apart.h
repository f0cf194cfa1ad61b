#pragma once
#include "features/settings/person_wire.h"
#include "gate/call.h"
#include "people/apart.h"
#include "people/naming.h"

/// The acts of a head about one person. Those that take or give an access ask for the password again.
namespace settings {

struct LimitCustody {
  PersonId person;  // the adult
  PersonId child;
  people::CustodyLevel level;
  Date from_on;
  std::optional<Date> until_on;
  std::string paper_reference;
};
BOOST_DESCRIBE_STRUCT(LimitCustody, (), (person, child, level, from_on, until_on, paper_reference))

/// A decision replaces those that limited that adult for that child. Errors: those of people::limit_custody.
Result<> limit_custody(gate::Call<LimitCustody>&);

struct AboutChild {
  PersonId person;
  PersonId child;
};
BOOST_DESCRIBE_STRUCT(AboutChild, (), (person, child))

/// Errors: those of people::end_custody.
Result<> end_custody(gate::Call<AboutChild>&);

struct Protect {
  PersonId person;
  PersonId child;
  bool on;
};
BOOST_DESCRIBE_STRUCT(Protect, (), (person, child, on))

/// Errors: those of people::protect.
Result<> protect(gate::Call<Protect>&);

struct AboutPerson {
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(AboutPerson, (), (person))

/// The account is closed with it, at once; nobody is told. Errors: those of people::declare_death.
Result<> declare_death(gate::Call<AboutPerson>&);
Result<> undo_death(gate::Call<AboutPerson>&);

/// Their unused codes of this school are void. Errors: those of people::suspend_staff.
Result<> suspend_staff(gate::Call<AboutPerson>&);
Result<> restore_staff(gate::Call<AboutPerson>&);

struct EndSessions {
  PersonId person;
  std::optional<gate::SessionId> session;  // absent: all of them
};
BOOST_DESCRIBE_STRUCT(EndSessions, (), (person, session))

/// Errors: not_found — settings.no_person, settings.no_session
Result<> end_sessions(gate::Call<EndSessions>&);

struct Rename {
  PersonId person;
  std::string civility;
  std::string first_name;
  std::string last_name;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (person, civility, first_name, last_name))

/// Errors: those of people::rename.
Result<> rename(gate::Call<Rename>&);

}  // namespace settings
