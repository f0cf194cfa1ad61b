#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"

class Tx;

namespace store {

/// A word that something changed, for pages that show it: never content, never a number. Whoever hears it asks the API again.
struct Hint {
  /// Who must hear it: a person under one of their records, a class (those who teach it) or a school (those at its desk); none: everybody.
  std::optional<Uuid> to;
  std::string about;          // "bell", "note"…
  std::optional<Uuid> thing;  // which note
  bool operator==(const Hint&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hint, (), (to, about, thing))

/// What may be done has changed: a session or an account ended, a relation began, ended or was limited. Sockets of those who hear it are
/// closed, and their pages ask the gate anew.
inline constexpr std::string_view standing = "standing";

/// Says it once this transaction is committed, to every process that serves the database; never if it is rolled back. May be lost when a
/// process dies just then: a hint saves waiting, nothing depends on it.
void hint(Tx&, Hint);

/// Says that one person's standing has changed (under one of their records), or everybody's.
void standing_changed(Tx&, const Uuid& person);
void all_standing_changed(Tx&);

/// What a committed transaction leaves to be told.
struct Told {
  std::vector<Hint> hints = {};
  std::optional<std::int64_t> job_due_at = {};  // the first due time of the jobs it added
};

}  // namespace store
