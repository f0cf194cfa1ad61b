#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace aaf {

/// What a code says to the person who runs the import, and what to do ("aaf.uai_letter" → "La lettre du numéro UAI…").
/// The code itself when it has no sentence, which a test forbids.
std::string_view sentence_of(std::string_view code);

/// The whole of a refusal: the file and line, or the thing it is about, then the sentence.
std::string sentence_of(const Error&);

/// "1 élève", "12 élèves". `what` is a name of words.fr.json: "pupil".
std::string counted(std::int64_t n, std::string_view what);

}  // namespace aaf
