#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace passwords {

/// What is wrong with a password that an adult wants to choose: an error code, or nothing.
/// `login` and `names` (first and last, as stored) are the person's own.
///
/// gate.password_short   — fewer than 12 characters
/// gate.password_long    — more than 200 characters
/// gate.password_common  — made of common words, names, dates, keyboard walks and repetitions, whatever the decoration
/// gate.password_is_name — the person's own name or login, and little else
///
/// Takes well under a millisecond. Works on what can be guessed, never on "one capital, one digit": length is the rule, the rest are traps.
/// Source: DIR-12, rule 10 of docs/sources.md#security
std::optional<std::string> fault(std::string_view password, std::string_view login, std::span<const std::string> names);

}  // namespace passwords
