#pragma once
#include "people/right.h"

/// Who may set what in a school, to be read aloud to its head.
/// Source: docs/sources.md#rights
namespace settings {

/// A class's teachers: the directory has no such link, the head says who teaches whom.
inline constexpr Right classes{"settings.classes", Does::acts, {{Profile::head, Reach::s}}};

inline constexpr Right see_quiet{"settings.see_quiet", Does::informs, {{Profile::teacher, Reach::s}, {Profile::head, Reach::s}}};
inline constexpr Right set_quiet{"settings.set_quiet", Does::acts, {{Profile::head, Reach::s}}};

/// Which families have entered, and where their access stands.
inline constexpr Right families{"settings.families", Does::informs, {{Profile::teacher, Reach::c}, {Profile::head, Reach::s}}};
/// Which families of the school nobody has reached.
inline constexpr Right reach{"settings.reach", Does::informs, {{Profile::head, Reach::s}}};

/// First codes of guardians.
inline constexpr Right sheets{"settings.sheets", Does::acts, {{Profile::teacher, Reach::c}, {Profile::head, Reach::s}}};
/// First codes of the school's own teachers.
inline constexpr Right staff_sheets{"settings.staff_sheets", Does::acts, {{Profile::head, Reach::s}}};
/// A new code for whoever already had an account.
inline constexpr Right renew{"settings.renew", Does::acts, {{Profile::head, Reach::s}}};

}  // namespace settings
