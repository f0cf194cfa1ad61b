#pragma once
#include "people/right.h"

/// Each sees on their home what is theirs (POR-01).
namespace portal {

inline constexpr Right see_children{"portal.children", Does::informs, {{Profile::guardian, Reach::k}}};
inline constexpr Right see_classes{"portal.classes", Does::informs, {{Profile::teacher, Reach::c}, {Profile::substitute, Reach::c}}};

}  // namespace portal
