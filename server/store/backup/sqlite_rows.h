#pragma once
#include "store/backup/rows.h"

/// The half of rows.h that SQLite answers.
namespace store::backup::sqlite {

inline constexpr auto saved_name = "database.sqlite";

void lay_rows(const Options&, const path& folder, Manifest&);
std::vector<std::string> wrong_rows(const path& folder, const Manifest&);
std::vector<std::string> saved_keys(const path& folder, const Manifest&, std::string_view table, std::string_view column);
void take_rows(const Options&, const path& folder);
bool has_rows(const Options&);

}  // namespace store::backup::sqlite
