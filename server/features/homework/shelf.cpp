#include "features/homework/shelf.h"

#include "features/homework/ceiling.h"
#include "features/homework/queries.gen.h"
#include "people/cycle.h"

namespace homework {

namespace {

constexpr int cycle_of_unknown = 2;

std::int64_t cycle_in(const GradeRow& row) {
  const int cycle = row.grade ? people::cycle_of(*row.grade) : 0;
  return cycle ? cycle : cycle_of_unknown;
}

}  // namespace

std::vector<wire::ClassLine> list_classes(Tx& tx, const Actor& actor, const Right& right) {
  std::vector<wire::ClassLine> classes;
  for (const GradeRow& row : q::grades_of(tx, actor.classes(right), actor.schools(right), school_year_of(tx.today()), tx.today())) {
    const std::int64_t ceiling = usual_minutes(row.grade.value_or(""));
    if (!classes.empty() && classes.back().id == row.id) {
      wire::ClassLine& same = classes.back();
      same.children += row.children;
      same.ceiling = std::min(same.ceiling, ceiling);
      same.cycle = std::min(same.cycle, cycle_in(row));
    } else {
      classes.push_back({row.id, row.label, row.children, ceiling, cycle_in(row)});
    }
  }
  return classes;
}

}  // namespace homework
