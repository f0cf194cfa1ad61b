#pragma once
#include <string>
#include <string_view>

namespace aaf {

/// The text of a named entity of HTML ("eacute" → "é", "nbsp" → a plain space); empty when the name is unknown.
std::string_view entity_text(std::string_view name);

/// Resolves the named entities left in a text that was escaped twice ("D&apos;ARGENTEUIL"). One pass; unknown names stay as they are.
std::string unescape(std::string_view);

}  // namespace aaf
