#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "gate/rows.h"
#include "store/tx.h"

/// Activation codes (DIR-15): 12 characters of a 28-letter alphabet, about 57 bits, in three groups; single use, 60 days, kept
/// only as a keyed hash.
namespace gate {

inline constexpr Millis code_lives = days(60);

/// "k7p4-2mq9 x3td" → "K7P42MQ9X3TD"; nothing when it cannot be a code.
std::optional<std::string> read_code(std::string_view typed);
/// "K7P42MQ9X3TD" → "K7P4 2MQ9 X3TD"
std::string spaced(std::string_view code);

/// For whom a sheet is printed.
struct Sheet {
  PersonId person;
  std::optional<PersonId> child;  // none for a member of staff
  SchoolId school;
  std::optional<PersonId> made_by;
};

/// Makes a code, replaces the unused ones of the same person through that school, and reserves a login when there is none.
struct MadeCode {
  std::string code;
  std::string login;
  Millis until_at;
};
MadeCode make_code(Tx&, const Sheet&);

/// The sheet a typed code stands on, if it may still be used.
/// Errors: invalid — gate.code_unreadable; not_found — gate.code_unknown (never made, or replaced);
///         gone — gate.code_used, gate.code_expired
Result<CodeRow> find_code(Tx&, std::string_view typed);

}  // namespace gate
