#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "people/actor.h"
#include "store/tx.h"

namespace people {

/// What a documented decision leaves an adult for one child.
enum class CustodyLevel {
  suspended,    // nothing
  inform_only,  // reads notes, announcements and progress; signs and writes nothing
};
BOOST_DESCRIBE_ENUM(CustodyLevel, suspended, inform_only)

/// A decision on paper, of which only the reference is kept, sealed.
struct CustodyDecision {
  PersonId adult;  // under any of their records
  PersonId child;
  CustodyLevel level;
  Date from_on;
  std::optional<Date> until_on;  // last day included; the end restores by itself
  std::string paper_reference;   // 1 to 200 characters
};

inline constexpr Right limits_custody{"people.custody", Does::acts, {{Profile::head, Reach::s}}};

/// Limits one adult for one child of the head's school, on each record by which the adult guards that child; other children and the
/// other guardian are untouched. From the next request the relation gives only what the level leaves. Says "people.custody_changed"
/// ({"adult": …, "child": …}, once for each record): unused codes and undelivered notices are undone by those who hold them.
/// Errors: not_found — people.no_guardian (not a guardian of that child, or not a child of a school this actor heads)
///         invalid   — people.paper_reference, people.custody_dates
/// Source: DIR-09, SC-03 (docs/requirements.md)
Result<> limit_custody(Tx&, const Actor& head, const CustodyDecision&);

/// Ends the decisions that limit that adult for that child, today's and those to come, before their date: all is as before from the next
/// request. Says "people.custody_changed", as above.
/// Errors: not_found — people.no_guardian, people.no_decision
Result<> end_custody(Tx&, const Actor& head, PersonId adult, PersonId child);

/// The paper of a decision, for the head who keeps it; "" when the keys that sealed it are gone.
std::string paper_reference(const Tx&, const Uuid& decision, const std::vector<unsigned char>& sealed);

/// What a job that listens to "people.custody_changed" is given.
struct CustodyChanged {
  PersonId adult;
  PersonId child;
};
BOOST_DESCRIBE_STRUCT(CustodyChanged, (), (adult, child))

}  // namespace people
