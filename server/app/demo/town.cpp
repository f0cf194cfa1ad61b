#include "app/demo/town.h"

#include "app/queries.gen.h"

namespace app::demo {

namespace {

std::vector<Pupil> pupils_of(Tx& tx, ClassId school_class) {
  std::vector<Pupil> pupils;
  for (const FamilyRow& row : q::families_of(tx, school_class, tx.today())) {
    if (pupils.empty() || pupils.back().person != row.child) {
      pupils.push_back({row.child, fmt::format("{} {}", row.child_first_name, row.child_last_name), {}});
    }
    if (row.person) pupils.back().adults.push_back({*row.person, fmt::format("{} {}", *row.first_name, *row.last_name), row.entered});
  }
  return pupils;
}

}  // namespace

void not_in_town(std::string_view what) { throw store::Fault(store::Cause::other, fmt::format("demo: no {} in town", what)); }

const Adult* Pupil::somebody() const {
  const auto found = std::find_if(adults.begin(), adults.end(), [](const Adult& one) { return one.acts; });
  return found == adults.end() ? nullptr : &*found;
}

const Pupil& SchoolClass::pupil(std::string_view name) const {
  const auto found = std::find_if(pupils.begin(), pupils.end(), [&](const Pupil& one) { return one.name == name; });
  if (found == pupils.end()) not_in_town(name);
  return *found;
}

Town::Town(House& house) {
  house.database().read_now([&](Tx& tx) {
    classes_.clear();
    const int year = school_year_of(tx.today());
    for (ClassRow& row : q::classes_of_year(tx, year, tx.today())) {
      if (row.teacher) teachers_[row.id] = *row.teacher;
      if (row.head) heads_[row.slug] = *row.head;
      classes_.push_back({row.id, std::move(row.label), row.school, std::move(row.slug), pupils_of(tx, row.id)});
    }
    return true;
  });
}

const SchoolClass& Town::class_of(std::string_view label) const {
  const auto found = std::find_if(classes_.begin(), classes_.end(), [&](const SchoolClass& one) { return one.label == label; });
  if (found == classes_.end()) not_in_town(label);
  return *found;
}

std::vector<const SchoolClass*> Town::classes_in(std::string_view slug) const {
  std::vector<const SchoolClass*> found;
  for (const SchoolClass& one : classes_) {
    if (one.slug == slug) found.push_back(&one);
  }
  return found;
}

Seat Town::teacher(const SchoolClass& school_class, Date on) const {
  for (const Substitute& one : substitutes_) {
    if (one.school_class == school_class.id && one.from_on <= on && on <= one.until_on) {
      return {one.person, school_class.slug + "-remplacement"};
    }
  }
  const auto found = teachers_.find(school_class.id);
  if (found == teachers_.end()) not_in_town("teacher of " + school_class.label);
  return {found->second, school_class.slug + "-enseignant"};
}

Seat Town::head(std::string_view slug) const {
  const auto found = heads_.find(slug);
  if (found == heads_.end()) not_in_town(slug);
  return {found->second, std::string(slug) + "-direction"};
}

void Town::replace(const SchoolClass& school_class, PersonId substitute, Date from_on, Date until_on) {
  substitutes_.push_back({school_class.id, substitute, from_on, until_on});
}

void Town::limit(PersonId adult) {
  for (SchoolClass& school_class : classes_) {
    for (Pupil& pupil : school_class.pupils) {
      for (Adult& one : pupil.adults) {
        if (one.person == adult) one.acts = false, one.limited = true;
      }
    }
  }
}

}  // namespace app::demo
