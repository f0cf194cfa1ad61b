#include "gate/context.h"

namespace gate {

namespace {
constexpr std::string_view guardian = "parent", teacher = "-enseignant", head = "-direction";
}

Context context_of(std::string_view slug) {
  if (slug == guardian) return {Profile::guardian, {}};
  for (const auto& [ending, profile] : {std::pair{teacher, Profile::teacher}, std::pair{head, Profile::head}}) {
    if (slug.size() > ending.size() && slug.ends_with(ending)) {
      return {profile, std::string(slug.substr(0, slug.size() - ending.size()))};
    }
  }
  return {};
}

std::string slug_of(Profile profile, std::string_view school_slug) {
  if (profile == Profile::guardian) return std::string(guardian);
  return std::string(school_slug) + std::string(profile == Profile::head ? head : teacher);
}

}  // namespace gate
