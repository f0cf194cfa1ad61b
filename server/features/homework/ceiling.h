#pragma once
#include <boost/algorithm/string/predicate.hpp>
#include <string_view>

namespace homework {

/// How many minutes a day are usual at a grade, "CP" to "CM2"; what is more is said, never refused. No text sets them: they are the
/// project's, to be confirmed with a school.
/// Source: TXT-04 (docs/requirements.md)
inline int usual_minutes(std::string_view grade) {
  constexpr std::pair<std::string_view, int> known[] = {{"cp", 15}, {"ce1", 20}, {"ce2", 30}, {"cm1", 30}, {"cm2", 40},
                                                        {"gs", 10}, {"ms", 10},  {"ps", 10},  {"tps", 10}};
  for (const auto& [name, minutes] : known) {
    if (boost::algorithm::iequals(grade, name)) return minutes;
  }
  return 30;
}

}  // namespace homework
