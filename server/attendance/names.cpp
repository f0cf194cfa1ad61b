#include "attendance/names.h"

#include <map>

namespace attendance {

namespace {

/// `shorter` where it is said of one only, else `longer`.
template <class Shorter, class Longer>
std::vector<std::string> told_apart(const std::vector<Named>& all, Shorter shorter, Longer longer) {
  std::map<std::string, int> times;
  for (const Named& one : all) ++times[shorter(one)];
  std::vector<std::string> names;
  names.reserve(all.size());
  for (const Named& one : all) names.push_back(times[shorter(one)] > 1 ? longer(one) : shorter(one));
  return names;
}

std::string with_second(const Named& one) { return one.first_name + " " + one.second_name; }
std::string full(const Named& one) { return one.first_name + " " + one.last_name; }

}  // namespace

std::vector<std::string> called(const std::vector<Named>& all) {
  return told_apart(
      all, [](const Named& one) { return one.first_name; },
      [](const Named& one) { return one.second_name.empty() ? full(one) : with_second(one); });
}

std::vector<std::string> whole(const std::vector<Named>& all) {
  return told_apart(all, full,
                    [](const Named& one) { return one.second_name.empty() ? full(one) : with_second(one) + " " + one.last_name; });
}

}  // namespace attendance
