#pragma once
#include <string>
#include <vector>

namespace attendance {

struct Named {
  std::string first_name;
  std::string last_name;
  std::string second_name;  // empty: none
};

/// What each is called in a list where the class is written beside: the first name, and more for those who share it: "Lina Rose", else
/// "Lina Delmas". Never a birth date (SC-24).
std::vector<std::string> called(const std::vector<Named>&);

/// The whole name, with the second first name for those who share it.
std::vector<std::string> whole(const std::vector<Named>&);

template <class Row>
Named named(const Row& row) {
  return {row.first_name, row.last_name, row.second_name.value_or("")};
}

}  // namespace attendance
