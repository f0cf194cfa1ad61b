#include "people/cycle.h"

#include <boost/algorithm/string/predicate.hpp>

namespace people {

int cycle_of(std::string_view grade) {
  constexpr std::pair<std::string_view, int> cycles[] = {{"tps", 1}, {"ps", 1},  {"ms", 1},  {"gs", 1}, {"cp", 2},
                                                         {"ce1", 2}, {"ce2", 2}, {"cm1", 3}, {"cm2", 3}};
  for (const auto& [name, cycle] : cycles) {
    if (boost::algorithm::iequals(grade, name)) return cycle;
  }
  return 0;
}

Profile pupil_profile(std::string_view grade) {
  switch (cycle_of(grade)) {
    case 1:
      return Profile::pupil_c1;
    case 3:
      return Profile::pupil_c3;
    default:
      return Profile::pupil_c2;
  }
}

}  // namespace people
