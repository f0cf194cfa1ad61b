#pragma once
#include <optional>
#include <string_view>

#include "import/aaf/records.h"

namespace aaf {

/// The grade of a MEFSTAT4 ("1122"). Codes that reveal a special need or an origin give `neutral`; nothing when unknown.
std::optional<Grade> grade_of(std::string_view mefstat4);

/// Reads the national code ("10") or the older one ("2"); mind that 1 is the father and 10 the mother. Nothing when unknown.
std::optional<Relation> relation_of(std::string_view code);

/// "10" → "Lyon"; empty when unknown. Takes the two digits of `academy_code`.
std::string_view academy_name(std::string_view academy_code);

/// "010", "10" → "10"; "4" → "04"; empty when it is not a number of an academy.
std::string academy_code(std::string_view);

/// "E.M.PU" → "École maternelle"; else from the code of the type of school ("101"); else "École".
std::string_view kind_words(std::string_view sigle, std::string_view type_code);

}  // namespace aaf
