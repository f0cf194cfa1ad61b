#pragma once
#include "features/homework/rows.h"

/// Between what is kept of an entry's text and what leaves.
namespace homework {

wire::Subject subject_of(const TextColumns&);
std::optional<wire::Work> work_of(const TextColumns&);
TextColumns columns_of(const wire::Subject&, const std::optional<std::string>& done, const std::optional<wire::Work>&);

/// What search looks into: the words of the entry, folded one by one.
std::string fold_of(const TextColumns&);
/// Three patterns for it, of the first three words typed; what was not typed matches everything.
std::array<std::string, 3> patterns_of(const std::string& typed);

wire::Item item_of(ItemRow&&);

}  // namespace homework
