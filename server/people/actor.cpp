#include "people/actor.h"

#include <algorithm>

namespace {
bool reaches(const Actor& actor, const Right& right, Reach reach) {
  const Grant* grant = right.find(actor.profile);
  return grant && grant->reach == reach;
}
}  // namespace

std::vector<PersonId> Actor::children(const Right& right) const {
  std::vector<PersonId> ids;
  if (!reaches(*this, right, Reach::k)) return ids;
  for (const Child& child : children_of_guardian) {
    if (right.does() == Does::informs || !child.informed_only) ids.push_back(child.id);
  }
  return ids;
}

std::vector<PersonId> Actor::pupils(const Right& right) const {
  const bool pupil = profile == Profile::pupil_c1 || profile == Profile::pupil_c2 || profile == Profile::pupil_c3;
  return pupil && reaches(*this, right, Reach::o) ? self : children(right);
}

std::vector<ClassId> Actor::classes(const Right& right) const {
  return reaches(*this, right, Reach::c) ? own_classes : std::vector<ClassId>{};
}

std::vector<SchoolId> Actor::schools(const Right& right) const {
  if (!reaches(*this, right, Reach::s) || !school) return {};
  return {*school};
}

bool Actor::reaches_child(const Right& right, PersonId child) const {
  const auto ids = children(right);
  return std::find(ids.begin(), ids.end(), child) != ids.end();
}
