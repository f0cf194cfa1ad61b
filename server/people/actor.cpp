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

std::vector<ClassId> Actor::classes(const Right& right) const {
  return reaches(*this, right, Reach::c) ? classes_of_teacher : std::vector<ClassId>{};
}

std::vector<SchoolId> Actor::schools(const Right& right) const {
  if (!reaches(*this, right, Reach::s) || !school_of_staff) return {};
  return {*school_of_staff};
}

bool Actor::reaches_child(const Right& right, PersonId child) const {
  const auto ids = children(right);
  return std::find(ids.begin(), ids.end(), child) != ids.end();
}
