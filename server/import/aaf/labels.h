#pragma once
#include <string>
#include <string_view>

namespace aaf {

/// True when a label has, as a word, the name of an arrangement for special needs or newcomers ("ULIS TFC", "UPE2A", "Dyslexie 2").
/// Source: DIR-17.
bool reveals(std::string_view label);

/// "Classe 103" from the word and the last digits of the identifier; the word alone when it has none.
std::string neutral_label(std::string_view word, std::string_view key);

/// "JEAN DE LA FONTAINE" → "Jean de la Fontaine", "SAINT-ÉTIENNE-DU-MONT" → "Saint-Étienne-du-Mont": names of places and schools.
std::string place_case(std::string_view);

}  // namespace aaf
