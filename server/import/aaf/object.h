#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "import/aaf/records.h"

namespace aaf {

/// One addRequest, before anybody asks what it means: the values of the attributes we keep, tidied, empty ones left out.
struct Object {
  Kind kind = Kind::school;
  std::uint64_t line = 0;  // of the addRequest
  std::string id;          // what `identifier` says
  std::map<std::string_view, std::vector<std::string>> values;
  std::string refused;  // why it cannot be taken; empty when nothing is wrong so far

  /// The first value, or "".
  std::string_view first(std::string_view name) const;
  const std::vector<std::string>& all(std::string_view name) const;
};

/// Letters, digits, "-" and "_", at most 40: what we accept as a join key.
bool is_key(std::string_view);

/// The join key of an object, which must say the same thing twice.
///
/// Errors: invalid — aaf.key_malformed, aaf.key_mismatch
Result<std::string> key_of(const Object&);

/// Fields joined by "$"; empty ones are kept, also at the end.
std::vector<std::string> fields_of(std::string_view composite);

/// The names and title that pupils, guardians and staff have alike.
struct Naming {
  std::string first_name;
  std::string last_name;
  Civility civility;
};

/// Errors: invalid — aaf.name_missing
Result<Naming> naming_of(const Object&);

}  // namespace aaf
