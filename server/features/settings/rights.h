#pragma once
#include "people/right.h"

/// Who may set what in a school, to be read aloud to its head. The school's administrator (LAD) has the directory, never its contents.
/// What is decided about one adult stands in people/custody.h and people/apart.h; who is named for a time, in people/naming.h.
/// Source: docs/sources.md#rights
namespace settings {

/// A class's teachers: the directory has no such link, the head says who teaches whom.
inline constexpr Right classes{"settings.classes", Does::acts, {{Profile::head, Reach::s}}};
inline constexpr Right see_classes{"settings.see_classes", Does::informs, {{Profile::head, Reach::s}, {Profile::school_admin, Reach::s}}};

inline constexpr Right see_quiet{"settings.see_quiet", Does::informs, {{Profile::teacher, Reach::s}, {Profile::head, Reach::s}}};
inline constexpr Right set_quiet{"settings.set_quiet", Does::acts, {{Profile::head, Reach::s}}};

/// When there is class: of one's own school, or of one's children's.
inline constexpr Right see_calendar{"settings.see_calendar",
                                    Does::informs,
                                    {{Profile::pupil_c2, Reach::o},
                                     {Profile::pupil_c3, Reach::o},
                                     {Profile::guardian, Reach::k},
                                     {Profile::teacher, Reach::s},
                                     {Profile::head, Reach::s},
                                     {Profile::substitute, Reach::s},
                                     {Profile::school_admin, Reach::s}}};
inline constexpr Right change_calendar{"settings.change_calendar", Does::acts, {{Profile::head, Reach::s}}};

/// Who is in the school, one person after the other.
inline constexpr Right directory{"settings.directory", Does::informs, {{Profile::head, Reach::s}, {Profile::school_admin, Reach::s}}};
/// Names that the directory does not bring.
inline constexpr Right names{"settings.names", Does::acts, {{Profile::head, Reach::s}, {Profile::school_admin, Reach::s}}};
/// What stays to be done about families and classes.
inline constexpr Right lists{"settings.lists", Does::informs, {{Profile::head, Reach::s}, {Profile::school_admin, Reach::s}}};
/// How a guardian may be reached.
inline constexpr Right contacts{
    "settings.contacts",
    Does::informs,
    {{Profile::teacher, Reach::c}, {Profile::head, Reach::s}, {Profile::substitute, Reach::c}, {Profile::school_admin, Reach::s}}};
/// How one may be reached oneself. Children have none.
inline constexpr Right own_contact{"settings.own_contact",
                                   Does::acts,
                                   {{Profile::guardian, Reach::o},
                                    {Profile::teacher, Reach::o},
                                    {Profile::head, Reach::o},
                                    {Profile::substitute, Reach::o},
                                    {Profile::school_admin, Reach::o}}};
/// Ends a session that somebody left open.
inline constexpr Right sessions{"settings.sessions", Does::acts, {{Profile::head, Reach::s}}};

/// Which families have entered, and where their access stands.
inline constexpr Right families{
    "settings.families",
    Does::informs,
    {{Profile::teacher, Reach::c}, {Profile::head, Reach::s}, {Profile::substitute, Reach::c}, {Profile::school_admin, Reach::s}}};
/// Which families of the school nobody has reached.
inline constexpr Right reach{"settings.reach", Does::informs, {{Profile::head, Reach::s}}};

/// First codes of guardians.
inline constexpr Right sheets{"settings.sheets", Does::acts, {{Profile::teacher, Reach::c}, {Profile::head, Reach::s}}};
/// The cards by which pupils of cycles 2 and 3 enter.
inline constexpr Right pupil_cards{
    "settings.pupil_cards", Does::acts, {{Profile::teacher, Reach::c}, {Profile::substitute, Reach::c}, {Profile::head, Reach::s}}};
/// First codes of the school's own teachers, and new ones.
inline constexpr Right staff_sheets{"settings.staff_sheets", Does::acts, {{Profile::head, Reach::s}}};
/// A new code for a guardian who already had an account.
inline constexpr Right renew{"settings.renew", Does::acts, {{Profile::head, Reach::s}, {Profile::school_admin, Reach::s}}};

}  // namespace settings
