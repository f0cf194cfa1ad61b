#include "features/settings/classes.h"

#include <algorithm>

#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "people/teaching.h"

namespace settings {

namespace {

constexpr std::size_t most_teachers = 20;

void add(wire::Classes& out, ClassRow&& row) {
  std::optional<wire::Teacher> teacher;
  if (row.teacher) teacher = {*row.teacher, std::move(*row.teacher_name)};
  if (!row.school_class) {
    out.teachers.push_back(std::move(*teacher));
    return;
  }
  if (out.classes.empty() || out.classes.back().id != *row.school_class) {
    out.classes.push_back({*row.school_class, std::move(row.label), row.children, {}});
  }
  if (teacher) out.classes.back().teachers.push_back(std::move(*teacher));
}

/// A class is given to the school's own of today: not to whoever left it, not to another school's.
Result<> all_of_school(Tx& tx, SchoolId school, const std::vector<PersonId>& teachers) {
  const auto known = people::list_who_may_teach(tx, school);
  for (std::size_t i = 0; i < teachers.size(); ++i) {
    if (!std::binary_search(known.begin(), known.end(), teachers[i])) {
      return invalid_at(fmt::format("/teachers/{}", i), "settings.not_a_teacher");
    }
  }
  return {};
}

}  // namespace

Result<wire::Classes> list_classes(gate::Call<gate::NoInput>& call) {
  const Date today = call.tx.today();
  wire::Classes out;
  for (ClassRow& row : q::classes_of(call.tx, call.actor.schools(see_classes), school_year_of(today), today)) add(out, std::move(row));
  return out;
}

Result<> set_class_teachers(gate::Call<SetTeachers>& call) {
  const auto taught = people::find_taught_class(call.tx, call.actor.schools(classes), call.in.school_class);
  if (!taught) return not_found("settings.no_class");
  if (call.in.teachers.size() > most_teachers) return invalid_at("/teachers", "settings.too_many_teachers");
  TRY(all_of_school(call.tx, taught->school, call.in.teachers));
  people::set_teachers(call.tx, call.actor, *taught, call.in.teachers);
  return {};
}

}  // namespace settings
