#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "bench/asker.h"

/// The questions of a plan, one after the other: its request with {n}, {a} and {v} filled in.
class Questions {
 public:
  explicit Questions(const Plan&);
  /// Stands until the next one.
  std::string_view next();

 private:
  const Plan& plan_;
  std::string head_;  // up to the empty line
  std::string body_;
  long number_;
  std::string question_;
};
