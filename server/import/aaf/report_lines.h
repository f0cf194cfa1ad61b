#pragma once
#include "import/aaf/difference.h"

namespace aaf {

/// "École élémentaire Les Tilleuls, Valbourg (0999990W)"
std::string school_line(const StagedSchool&);

/// What changes in a school, one line for each kind of change, people by name (20 at most for each); "rien ne change" when nothing does.
std::vector<std::string> lines_of(const Difference&);

/// "ENT_Complet_20260901_Eleve_0000.xml, ligne 12, élève 800003"
std::string place_of(const Remark&);

}  // namespace aaf
