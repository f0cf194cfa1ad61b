#pragma once
#include <string>
#include <string_view>

#include "base/date.h"

namespace text {

/// NFC, without control characters (tab and line feed stay), trimmed; false when it is not UTF-8 or holds NUL.
bool tidy(std::string_view in, std::string& out);
bool is_utf8(std::string_view);
/// For comparing and searching: no accent, space, hyphen or apostrophe, lower case, œ as oe.
std::string fold(std::string_view);
/// For ordering names as a French dictionary does: a byte string (ICU sort key as hex text), the same on both engines.
std::string sort_key(std::string_view);
/// "L'ÉCOLE DES TILLEULS" → "l-ecole-des-tilleuls": a-z, 0-9 and single hyphens, at most 60.
std::string slug(std::string_view);
/// "JEAN-PIERRE" → "Jean-Pierre", "NOÉ" → "Noé": each word of a first name. Mixed case is kept as it came.
std::string name_case(std::string_view);
/// Number of code points.
std::size_t length(std::string_view);

/// "lundi 14 septembre"
std::string french_day(Date);
/// "14 septembre 2026", "1er octobre 2026"
std::string french_date(Date);
/// "8 h 30", "7 h"
std::string french_time(int minute);

}  // namespace text
