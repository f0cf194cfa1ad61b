#pragma once
#include <span>

#include "features/settings/rows.h"
#include "gate/call.h"

namespace settings {

struct ListFamilies {
  ClassId school_class;
};
BOOST_DESCRIBE_STRUCT(ListFamilies, (), (school_class))

/// The children of a class, their guardians of today, and where each guardian's access stands. Whoever is suspended for a child is
/// not shown with that child, and nothing says so. One statement.
/// Errors: not_found — settings.no_class (none that this actor reaches)
Result<wire::Families> list_families(gate::Call<ListFamilies>&);

/// The rows of one child after another, as `families_of` orders them. Rows without child are left out.
template <class Each>
void for_each_child(std::span<const FamilyRow> rows, Each&& each) {
  for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
    while (end < rows.size() && rows[end].child == rows[first].child) ++end;
    if (rows[first].child) each(rows.subspan(first, end - first));
  }
}

/// The last whole day on which a code that ends at `until_at` can be used: the day a sheet may honestly print.
Date last_day(const Zone&, Millis until_at);

}  // namespace settings
