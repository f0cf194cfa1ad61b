#include "import/aaf/difference.h"

#include "import/aaf/queries.gen.h"

namespace aaf {

bool Difference::nothing() const {
  return school.known && arrivals.empty() && departures.empty() && moves.empty() && classes.empty() && vanishing.empty() &&
         counts.links_new + counts.links_ended + counts.renamed + counts.recoded + counts.roles_new + counts.roles_ended == 0;
}

Difference difference_of(Tx& tx, const Frame& frame, const StagedSchool& school) {
  Difference difference{.school = school};
  if (school.aside != Aside::none && !is_held(school.aside)) return difference;
  difference.counts = q::counts(tx, school.school).value_or(Counts{});
  difference.classes = q::classes_changed(tx, school.school);
  if (!school.known) return difference;
  difference.people = q::turnover(tx, school.school).value_or(Turnover{});
  difference.arrivals = q::arrivals(tx, school.school);
  difference.departures = q::departures(tx, school.school);
  difference.moves = q::moves(tx, school.school);
  difference.vanishing = q::vanishing_classes(tx, school.school, frame.school_year);
  return difference;
}

}  // namespace aaf
