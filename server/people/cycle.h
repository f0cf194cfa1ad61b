#pragma once
#include <string_view>

#include "people/right.h"

namespace people {

/// The cycle a grade belongs to at school: 1 to 3; 0 for a grade that names none ("neutral"), whose pupil is shown what cycle 2 sees.
/// Source: docs/glossary.md, cycle
int cycle_of(std::string_view grade);

Profile pupil_profile(std::string_view grade);

}  // namespace people
