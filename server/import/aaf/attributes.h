#pragma once
#include <string_view>

#include "import/aaf/records.h"

namespace aaf {

enum class Use { keep, drop, unknown };

/// What becomes of an attribute. `drop` is known and not needed: its values never reach memory, as those of an unknown one (DIR-17).
struct Attribute {
  Use use = Use::unknown;
  std::string_view name;  // lives for ever; empty when unknown
};

/// Source: docs/sources.md#aaf.
Attribute attribute_of(Kind, std::string_view name);

/// "EtabEducNat", "Eleve", "PersRelEleve", "PersEducNat": the kind as the feed spells it.
std::string_view feed_name(Kind);

}  // namespace aaf
