#include "bench/classes.h"

#include "store/rows.h"

namespace {

using store::param;

const store::Query classes{"bench.classes",
                           "SELECT c.id, c.school, s.slug, c.school_year FROM people_class c JOIN people_school s ON s.id = c.school "
                           "ORDER BY s.feed_key, c.sort_key, c.id"};
const store::Query staff{"bench.staff",
                         "SELECT DISTINCT person FROM people_relation WHERE school = $1 AND kind = 'teacher_of_school' ORDER BY person"};
const store::Query teacher{"bench.teacher", "SELECT person FROM people_relation WHERE school_class = $1 AND kind = 'teacher_of_class'"};
const store::Query pupils{"bench.pupils",
                          "SELECT e.person AS child, min(g.person) AS guardian FROM people_relation e "
                          "JOIN people_relation g ON g.child = e.person AND g.kind = 'guardian_of' "
                          "WHERE e.school_class = $1 AND e.kind = 'pupil_of_class' GROUP BY e.person ORDER BY e.person"};
const store::Query families{
    "bench.families",
    "SELECT g.person FROM people_relation g JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school' "
    "WHERE g.kind = 'guardian_of' AND g.person IN (SELECT m.person FROM people_relation m "
    "JOIN people_relation x ON x.person = m.child AND x.school_class = $1 WHERE m.kind = 'guardian_of') "
    "GROUP BY g.person HAVING count(DISTINCT e.school) = $2 AND count(DISTINCT g.child) = $2 ORDER BY g.person LIMIT 1"};
const store::Query any_guardians{"bench.guardians",
                                 "SELECT DISTINCT person FROM people_relation WHERE kind = 'guardian_of' ORDER BY person LIMIT $1"};

template <class Row>
std::vector<Row> rows_of(InHouse& house, const store::Query& query, std::span<const store::Param> in) {
  std::vector<Row> rows;
  house.read([&](Tx& tx) { rows = store::all<Row>(tx, query, in); });
  return rows;
}

std::optional<PersonId> family(InHouse& house, ClassId of, std::int64_t children) {
  const store::Param in[] = {param(of), param(children)};
  const auto found = rows_of<PersonId>(house, families, in);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace

std::vector<ClassRow> classes_of(InHouse& house) { return rows_of<ClassRow>(house, classes, {}); }

std::vector<PersonId> teachers_of(InHouse& house, SchoolId school) {
  const store::Param in[] = {param(school)};
  return rows_of<PersonId>(house, staff, in);
}

PersonId teacher_of(InHouse& house, ClassId id) {
  const store::Param in[] = {param(id)};
  return rows_of<PersonId>(house, teacher, in).at(0);
}

std::vector<Pupil> pupils_of(InHouse& house, ClassId id) {
  const store::Param in[] = {param(id)};
  return rows_of<Pupil>(house, pupils, in);
}

PersonId family_of_one(InHouse& house, ClassId id) { return family(house, id, 1).value(); }

std::optional<PersonId> family_of_two(InHouse& house, ClassId id) { return family(house, id, 2); }

std::vector<PersonId> guardians(InHouse& house, std::int64_t most) {
  const store::Param in[] = {param(most)};
  return rows_of<PersonId>(house, any_guardians, in);
}
