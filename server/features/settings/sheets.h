#pragma once
#include "features/settings/wire.h"
#include "gate/call.h"

/// Printing makes codes, which replace the unused ones; they travel in this one answer and are never shown again.
/// Source: DIR-15 (docs/requirements.md)
namespace settings {

struct ClassSheets {
  ClassId school_class;
  std::optional<bool> only_unentered;  // true: for the children none of whose guardians ever entered
};
BOOST_DESCRIBE_STRUCT(ClassSheets, (), (school_class, only_unentered))

/// One sheet for each guardian of the class without a password, through their first child by name; none for whoever is suspended.
/// Errors: not_found — settings.no_class (none that this actor reaches)
Result<wire::Sheets> class_sheets(gate::Call<ClassSheets>&, const std::string& origin);

/// One sheet for each teacher of the school without a password.
Result<wire::Sheets> staff_sheets_of(gate::Call<gate::NoInput>&, const std::string& origin);

struct RenewAccess {
  PersonId guardian;
  PersonId child;
};
BOOST_DESCRIBE_STRUCT(RenewAccess, (), (guardian, child))

/// One sheet for a member of staff, if they have no password yet; `already` is 1 when they have one.
/// Errors: not_found — settings.no_staff (does not work in these schools, is suspended, or heads one)
Result<wire::Sheets> sheet_of_staff(Tx&, const Actor&, const std::vector<SchoolId>& schools, PersonId, const std::string& origin);

struct RenewStaff {
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(RenewStaff, (), (person))

/// One sheet for a member of staff who lost their access: the old password and all their sessions end.
/// Errors: those of sheet_of_staff.
Result<wire::Sheets> renew_staff(gate::Call<RenewStaff>&, const std::string& origin);

/// One sheet for a guardian who lost their access, or never had one: the old password and all their sessions end.
/// Errors: not_found — settings.no_guardian (not of that child, suspended, or not a child of this school)
Result<wire::Sheets> renew_guardian(gate::Call<RenewAccess>&, const std::string& origin);

}  // namespace settings
