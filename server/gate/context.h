#pragma once
#include <string>
#include <string_view>

#include "people/right.h"

namespace gate {

/// What a slug names: `parent`, `tilleuls-enseignant`, `tilleuls-direction`. Profile and place, never a person.
struct Context {
  Profile profile = Profile::visitor;
  std::string school_slug;  // empty for a guardian, whose one context holds all their children
};

/// A slug that spells no profile alive now is a visitor's: nobody holds it, and the answer is the same as for a context of others.
Context context_of(std::string_view slug);
std::string slug_of(Profile, std::string_view school_slug);

}  // namespace gate
