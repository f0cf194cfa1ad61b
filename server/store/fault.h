#pragma once
#include <stdexcept>
#include <string>

namespace store {

enum class Cause { unique, foreign_key, not_null, check, busy, serialization, connection, full, io, misuse, other };

/// A surprise of the database, the same on both engines. `what()` names the query and the engine's code, never a value.
class Fault : public std::runtime_error {
 public:
  Fault(Cause cause, const std::string& what) : std::runtime_error(what), cause(cause) {}
  Cause cause;
};

}  // namespace store
