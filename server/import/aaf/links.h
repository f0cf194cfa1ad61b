#pragma once
#include "import/aaf/staged.h"

namespace aaf {

/// What one record lays down.
struct Laid {
  StagedPerson person;
  std::vector<StagedLink> links;
  std::vector<Remark> remarks;
};

/// From what a record says to the person and the relations it asks for. `number`, ids and file are the caller's to fill in.
/// A pupil who left before `dated` gives nothing: the feed keeps them for a while after their last day.
std::optional<Laid> laid_by(const PupilRecord&, Date dated);
Laid laid_by(const GuardianRecord&);
/// Roles add up: a head who teaches holds both, and who neither heads nor teaches a school is its staff.
Laid laid_by(const StaffRecord&);

StagedSchool laid_by(const SchoolRecord&);

}  // namespace aaf
