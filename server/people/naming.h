#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/result.h"
#include "people/actor.h"
#include "store/tx.h"

/// Whom a head names for a time, beside what the directory says: local relations with two dates, an author, and an end that comes by
/// itself.
namespace people {

enum class Post {
  substitute,  // of one class (SC-08)
  admin,       // of the school: its directory, never its contents
};
BOOST_DESCRIBE_ENUM(Post, substitute, admin)

inline constexpr Right names_posts{"people.names_posts", Does::acts, {{Profile::head, Reach::s}}};

/// Somebody whom no directory knows.
struct Newcomer {
  std::string civility;  // "Mme", "M."
  std::string first_name;
  std::string last_name;  // each 1 to 80 characters
};

struct Naming {
  Post post;
  std::optional<ClassId> school_class;  // of a substitute
  std::optional<PersonId> person;       // known: who works, or worked, in a school of the same town
  std::optional<Newcomer> newcomer;     // or not
  Date from_on;                         // today or later
  Date until_on;                        // last day included, within 400 days
};

struct Named {
  PersonId person;
  SchoolId school;
  std::string name;
};

/// Errors: invalid — people.naming_dates at /from_on or /until_on; people.civility, people.name at the member; people.no_person at /person
///         not_found — people.no_class (none of the head's school this year)
///         conflict — people.already_named (that person holds that post then)
Result<Named> name(Tx&, const Actor& head, const Naming&);

/// Another last day, today or later; at once when there is none: from the next request nothing is left.
/// Errors: not_found — people.no_post (none of the head's school, or over); invalid — people.naming_dates at /until_on
Result<> end_post(Tx&, const Actor& head, RelationId, std::optional<Date> until_on);

/// Who a person is cannot be changed where the directory says it; of whoever was added by hand, a typing mistake can.
/// Errors: refused — people.from_directory; not_found — people.no_person (nobody of the head's school); invalid — as above
/// Source: DIR-05 (docs/requirements.md)
Result<> rename(Tx&, const Actor&, const Right&, PersonId, const Newcomer&);

}  // namespace people
