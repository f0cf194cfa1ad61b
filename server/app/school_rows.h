#pragma once
#include <span>

#include "store/backup/school.h"

namespace app {

/// Every table, and what becomes of its rows when one school alone is restored (`preau restore --school`).
///
/// The rule: a row belongs to the school that it names, or that the row it hangs on names, and becomes again what it was. Persons and
/// parties are the whole territory's: they come back when a row needs them and they are gone. So do guardians' relations and whatever
/// protects a child, which are never removed nor loosened by a restoration. What opens doors (accounts, codes, sessions), what one person
/// keeps for themselves (drafts, comfort, contact data), traces and jobs stay as they are today: an old code must not open anything again.
std::span<const store::backup::Belonging> school_rows();

/// The columns that name a file.
std::span<const store::backup::FileColumn> file_columns();

}  // namespace app
