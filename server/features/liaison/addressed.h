#pragma once
#include "features/liaison/content.h"
#include "people/audience.h"

namespace liaison {

/// The audience a writer chose, each part once.
people::Audience audience_of(const std::vector<AudiencePart>&);
AudienceKind kind_of(people::AudienceKind);
/// What is written on the note: "CE1 A", "CP, CE2", "Toute l’école", "Un enfant". Never a child's name: it is shown to others.
std::string label_of(const std::vector<people::Target>&);

}  // namespace liaison
