#pragma once
#include <boost/describe.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/ids.h"
#include "people/right.h"
#include "store/tx.h"

namespace gate {

/// What a slug names: `parent`, `tilleuls-enseignant`, `tilleuls-direction`. Profile and place, never a person.
struct Context {
  Profile profile = Profile::visitor;  // a pupil's is told apart by their grade when they come: here pupil_c2
  std::string school_slug;             // empty for a guardian, whose one context holds all their children
};

/// A slug that spells no profile alive now is a visitor's: nobody holds it, and the answer is the same as for a context of others.
Context context_of(std::string_view slug);
std::string slug_of(Profile, std::string_view school_slug);

inline bool is_pupil(Profile profile) {
  return profile == Profile::pupil_c1 || profile == Profile::pupil_c2 || profile == Profile::pupil_c3;
}

/// How long a pupil who left reads what was given while they were there (SC-12: three months at most).
inline constexpr int days_after_leaving = 92;

/// What one relation makes a person: its kind and its code. Visitor: nothing that opens a context.
Profile profile_of(std::string_view kind, std::string_view code);

/// A context that a person's relations of today give them.
struct Held {
  std::string slug;
  Profile profile;
  std::string place;  // the school's name; empty for a guardian
  std::optional<SchoolId> school;
};

/// Every context of a person under all their records, once each: guardian, head, pupil, school administrator, teacher, substitute, each by
/// school name.
std::vector<Held> contexts_held(Tx&, std::span<const PersonId> self);

}  // namespace gate
