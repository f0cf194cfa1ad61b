#pragma once
#include <span>
#include <string_view>
#include <vector>

/// What a table holds about persons, as data: registers, exports, erasure and retention are generated from it, and a table
/// without a declaration fails the check (tools/personal_data.py, tests/house).
struct PersonalData {
  enum class OnErasure { remove, blank, keep };

  std::string_view table;
  std::vector<std::string_view> person_columns;  // empty: nobody is in it
  std::string_view activity;                     // a key of the register (docs/sources.md#register): "A-CFE"; "" when nobody is in it
  std::string_view purpose;
  int kept_for_months;  // after the reason to hold it ended; 0: as long as what it hangs on
  OnErasure on_erasure = OnErasure::remove;
  std::vector<std::string_view> blanked = {};  // with blank: these columns
  std::string_view reason = {};                // with keep or without persons: why
};
