#pragma once
#include "people/actor.h"
#include "store/tx.h"

namespace homework {

/// What was done in the book of a school, to which thing.
struct Trace {
  std::string_view act;  // "homework.give"
  SchoolId school;
  std::optional<Uuid> thing = {};
};

/// One line of the audit, in the transaction of the act.
void tell_audit(Tx&, const Actor&, const Trace&);

}  // namespace homework
