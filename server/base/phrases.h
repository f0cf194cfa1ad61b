#pragma once
#include <string>
#include <string_view>

#include "base/random.h"

/// The three words by which a young pupil enters: drawn by chance, never chosen.
namespace phrases {

/// "tortue nuage violon": three different words of phrase_words.h, some 26 bits. That is far less than an adult's password and enough
/// behind a door that slows down after ten tries, for an account that opens one pupil's school day and nothing of an adult.
/// Source: DIR-13 (docs/requirements.md)
std::string make(Random&);

/// "  Tortue, NUAGE-violon " as it was made: words folded, one space between, whatever a child typed around them.
std::string as_kept(std::string_view typed);

}  // namespace phrases
