#include "gate/context.h"

#include "gate/queries.gen.h"
#include "people/cycle.h"

namespace gate {

namespace {

constexpr std::string_view guardian = "parent";

constexpr std::pair<std::string_view, Profile> endings[] = {{"-enseignant", Profile::teacher},
                                                            {"-direction", Profile::head},
                                                            {"-remplacement", Profile::substitute},
                                                            {"-administration", Profile::school_admin},
                                                            {"-eleve", Profile::pupil_c2}};

int place_in_list(Profile profile) {
  constexpr Profile order[] = {Profile::guardian, Profile::head,         Profile::pupil_c1, Profile::pupil_c2,
                               Profile::pupil_c3, Profile::school_admin, Profile::teacher,  Profile::substitute};
  return int(std::find(std::begin(order), std::end(order), profile) - std::begin(order));
}

}  // namespace

Context context_of(std::string_view slug) {
  if (slug == guardian) return {Profile::guardian, {}};
  for (const auto& [ending, profile] : endings) {
    if (slug.size() > ending.size() && slug.ends_with(ending)) {
      return {profile, std::string(slug.substr(0, slug.size() - ending.size()))};
    }
  }
  return {};
}

std::string slug_of(Profile profile, std::string_view school_slug) {
  if (profile == Profile::guardian) return std::string(guardian);
  const Profile spelled = is_pupil(profile) ? Profile::pupil_c2 : profile;
  for (const auto& [ending, named] : endings) {
    if (named == spelled) return std::string(school_slug) + std::string(ending);
  }
  return {};
}

Profile profile_of(std::string_view kind, std::string_view code) {
  if (kind == "guardian_of") return Profile::guardian;
  if (kind == "head_of_school") return Profile::head;
  if (kind == "pupil_of_class") return people::pupil_profile(code);
  if (kind == "pupil_of_school") return people::pupil_profile("");
  if (kind == "staff_of_school") return code == "admin" ? Profile::school_admin : Profile::visitor;
  if (kind == "teacher_of_class" && code == "substitute") return Profile::substitute;
  return kind.starts_with("teacher_of_") ? Profile::teacher : Profile::visitor;
}

std::vector<Held> contexts_held(Tx& tx, std::span<const PersonId> self) {
  std::vector<Held> all;
  // the latest relation first: a pupil's grade is that of their last class
  for (const ContextRow& row : q::contexts_of(tx, self, tx.today(), tx.today() - days_after_leaving)) {
    const Profile profile = profile_of(row.kind, row.code.value_or(""));
    if (profile == Profile::visitor) continue;
    Held held{slug_of(profile, row.slug.value_or("")), profile, row.name.value_or(""), row.school};
    if (std::any_of(all.begin(), all.end(), [&](const Held& known) { return known.slug == held.slug; })) continue;
    all.push_back(std::move(held));
  }
  std::stable_sort(all.begin(), all.end(), [](const Held& a, const Held& b) {
    return std::pair(place_in_list(a.profile), a.place) < std::pair(place_in_list(b.profile), b.place);
  });
  return all;
}

}  // namespace gate
