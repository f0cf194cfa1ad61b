#pragma once
#include "import/aaf/plan.h"

namespace aaf {

/// What one school's transaction wrote, in rows.
struct Written {
  std::int64_t persons = 0;
  std::int64_t relations = 0;
  std::int64_t others = 0;  // party, school, classes, groups
  std::int64_t rows() const { return persons + relations + others; }
};

/// Applies the plan to one school, whole: its persons, then who leaves, then who arrives; an audit line when anything changed
/// ("aaf.confirm" names who confirmed a held school).
/// A school set aside is the caller's to leave out.
Written apply_school(Tx&, const Frame&, const StagedSchool&, bool confirmed, const std::optional<std::string>& by);

}  // namespace aaf
