#pragma once
#include "features/settings/wire.h"
#include "gate/call.h"

namespace settings {

/// The school's classes of this year with their teachers, and whoever may be given one. One statement.
Result<wire::Classes> list_classes(gate::Call<gate::NoInput>&);

struct SetTeachers {
  ClassId school_class;
  std::vector<PersonId> teachers;  // at most 20; whoever is not in it no longer teaches this class from today on
};
BOOST_DESCRIBE_STRUCT(SetTeachers, (), (school_class, teachers))

/// Errors: not_found — settings.no_class (none of this school and year)
///         invalid   — settings.too_many_teachers at /teachers; settings.not_a_teacher at /teachers/N (not of this school today)
Result<> set_class_teachers(gate::Call<SetTeachers>&);

}  // namespace settings
