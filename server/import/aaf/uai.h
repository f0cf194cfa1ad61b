#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace aaf {

struct Uai {
  std::string text;       // seven digits and a letter
  bool repaired = false;  // the leading zero a spreadsheet had eaten was put back
  bool invented = false;  // the letter is wrong, and the caller accepts that
};

/// The letter that seven digits ask for: their number modulo 23 in the alphabet without I, O, Q. Digits only, seven of them.
char uai_letter(std::string_view digits);

/// Reads the number of a school.
///
/// Errors: invalid — aaf.uai_missing, aaf.uai_malformed, aaf.uai_letter (unless `accept_invented`)
/// Source: DIR-03.
Result<Uai> parse_uai(std::string_view, bool accept_invented);

}  // namespace aaf
