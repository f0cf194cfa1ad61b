#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "import/aaf/records.h"

namespace aaf {

/// One file of a delivery.
struct Part {
  std::filesystem::path path;
  std::string file;  // its name alone
  Kind kind = Kind::school;
  int number = 0;
  std::uint64_t size_bytes = 0;
};

/// A full export lying in a directory.
struct Delivery {
  std::vector<Part> parts;    // schools, pupils, guardians, staff; each kind in name order
  std::string prefix;         // "ENT1DVA-TEST"; may be empty
  std::optional<Date> dated;  // the date in the names, when they have one
  std::uint64_t size_bytes = 0;
};

/// Finds the parts of a full export by their names, "<prefix>_Complet_<YYYYMMDD>_<Kind>_<NNNN>.xml"; other files are left alone.
///
/// Errors: not_found — aaf.no_folder
///         invalid — aaf.is_archive, aaf.no_parts; with path of the file or the kind: aaf.is_delta, aaf.second_degree, aaf.kind_missing,
///                   aaf.part_missing, aaf.mixed_deliveries
/// Source: docs/sources.md#aaf
Result<Delivery> find_delivery(const std::filesystem::path& folder);

}  // namespace aaf
