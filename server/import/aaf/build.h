#pragma once
#include <functional>
#include <set>

#include "import/aaf/object.h"
#include "import/aaf/sinks.h"

namespace aaf {

/// What reading a record may need beside the record.
struct Building {
  bool accept_invented_uai = false;
  std::function<void(Warning&&)> warn;     // file, line, kind and key of the object are filled in when left empty
  std::set<std::string> neutralised = {};  // classes and groups whose label was replaced: told once each, never once per child

  void doubt(const Object&, std::string code) const;
};

/// From an object to the record of its kind. What the object says wrongly but bearably is told to `warn`.
///
/// Errors: invalid — aaf.key_malformed, aaf.key_mismatch; a school: aaf.uai_missing, aaf.uai_malformed, aaf.uai_letter, aaf.name_missing;
///         a person: aaf.name_missing; a pupil: aaf.school_missing
/// Source: docs/sources.md#aaf.
Result<SchoolRecord> school_of(const Object&, Building&);
Result<PupilRecord> pupil_of(const Object&, Building&);
Result<GuardianRecord> guardian_of(const Object&, Building&);
Result<StaffRecord> staff_of(const Object&, Building&);

/// The join keys of an attribute, each once, in order. A value that is no key is left out with a warning.
std::vector<std::string> keys_of(const Object&, std::string_view attribute, Building&);

}  // namespace aaf
