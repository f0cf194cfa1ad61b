#pragma once
#include <string_view>

namespace login::local {

/// What to do about a refusal of the gate's doors ("gate.wrong_password"), in words that tell a stranger nothing.
/// Empty for a code that the doors have no words for.
std::string_view sentence_of(std::string_view code);

}  // namespace login::local
