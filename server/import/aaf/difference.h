#pragma once
#include "import/aaf/plan.h"

namespace aaf {

/// What an import would change in one school, to be read by a person.
struct Difference {
  StagedSchool school;
  Turnover people;  // of a school we know
  Counts counts;
  std::vector<Someone> arrivals;  // of a new school: nobody by name, everybody arrives
  std::vector<Someone> departures;
  std::vector<Move> moves;
  std::vector<ClassLine> classes;    // new, or called otherwise
  std::vector<ClassLine> vanishing;  // of this year

  bool nothing() const;
};

Difference difference_of(Tx&, const Frame&, const StagedSchool&);

/// Held until a named person confirms, as opposed to set aside for a reason that no confirmation mends.
constexpr bool is_held(Aside aside) { return aside == Aside::many_leave || aside == Aside::class_vanishes; }

}  // namespace aaf
