#pragma once
#include "base/personal_data.h"

namespace store {

/// What the tables of this folder hold about persons.
std::vector<PersonalData> personal_data();

}  // namespace store
