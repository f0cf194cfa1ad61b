#pragma once
#include <boost/describe.hpp>

#include "bench/in_house.h"

/// A class of the benchmark; the first of them is the measured one.
struct ClassRow {
  ClassId id;
  SchoolId school;
  std::string slug;  // of its school
  std::int64_t school_year;
};
BOOST_DESCRIBE_STRUCT(ClassRow, (), (id, school, slug, school_year))

/// A pupil and the first of their guardians.
struct Pupil {
  PersonId child;
  PersonId guardian;
};
BOOST_DESCRIBE_STRUCT(Pupil, (), (child, guardian))

/// In the order of the delivery.
std::vector<ClassRow> classes_of(InHouse&);
/// Those who teach in a school, by id.
std::vector<PersonId> teachers_of(InHouse&, SchoolId);
/// Who teaches a class.
PersonId teacher_of(InHouse&, ClassId);
std::vector<Pupil> pupils_of(InHouse&, ClassId);
/// A guardian of the class with one child and one school.
PersonId family_of_one(InHouse&, ClassId);
/// A guardian of the class who has children in two schools: none in a town of one school.
std::optional<PersonId> family_of_two(InHouse&, ClassId);
/// Guardians anywhere, by id.
std::vector<PersonId> guardians(InHouse&, std::int64_t most);
