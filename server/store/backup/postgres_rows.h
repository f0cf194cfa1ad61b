#pragma once
#include "store/backup/rows.h"

/// The half of rows.h that PostgreSQL answers.
namespace store::backup::postgres {

void lay_rows(const Options&, const path& folder, Manifest&);
std::vector<std::string> wrong_rows(const path& folder, const Manifest&);
std::vector<std::string> saved_keys(const path& folder, const Manifest&, std::string_view table, std::string_view column);
void take_rows(const Options&, const World&, const path& folder, const Manifest&, std::span<const Migration> known);
bool has_rows(const Options&);

}  // namespace store::backup::postgres
