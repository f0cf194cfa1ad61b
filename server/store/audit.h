#pragma once
#include <optional>
#include <string>

#include "store/tx.h"

namespace store {

/// What was done, by whom, about whom: ids and codes, never names or text (but `by_name`, which a command line's `--by` gives).
struct AuditLine {
  std::string_view act;  // "liaison.sign", "gate.refused"
  std::optional<Uuid> person = {};
  std::optional<std::string> profile = {};
  std::optional<Uuid> school = {};
  std::optional<Uuid> child = {};
  std::optional<Uuid> thing = {};
  std::optional<std::string> code = {};
  std::optional<std::string> by_name = {};
};

/// Written in the transaction of the act itself: no act without its trace, no trace without its act.
void audit(Tx&, const AuditLine&);

/// Whether such a line was ever written.
bool was_done(Tx&, std::string_view act);

}  // namespace store
