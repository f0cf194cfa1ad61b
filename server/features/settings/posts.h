#pragma once
#include "features/settings/wire.h"
#include "features/settings/year_wire.h"
#include "gate/call.h"

/// Whom the head names for a time: substitutes of a class, and the school's administrator. Each gets a sheet at once if they have no
/// account yet; the end comes by itself.
namespace settings {

Result<wire::Posts> list_substitutes(gate::Call<gate::NoInput>&);
Result<wire::Posts> list_administrators(gate::Call<gate::NoInput>&);

struct SearchTown {
  std::string text;  // two letters at least
};
BOOST_DESCRIBE_STRUCT(SearchTown, (), (text))

/// Whoever works in a school of the same town, accents and case ignored.
Result<wire::TownTeachers> search_town(gate::Call<SearchTown>&);

struct NameSubstitute {
  ClassId school_class;
  Date from_on;
  Date until_on;
  std::optional<PersonId> person;       // known in the town
  std::optional<std::string> civility;  // or not: all three
  std::optional<std::string> first_name;
  std::optional<std::string> last_name;
};
BOOST_DESCRIBE_STRUCT(NameSubstitute, (), (school_class, from_on, until_on, person, civility, first_name, last_name))

/// Errors: those of people::name.
Result<wire::Sheets> name_substitute(gate::Call<NameSubstitute>&, const std::string& origin);

struct NameAdministrator {
  Date from_on;
  Date until_on;
  std::optional<PersonId> person;
  std::optional<std::string> civility;
  std::optional<std::string> first_name;
  std::optional<std::string> last_name;
};
BOOST_DESCRIBE_STRUCT(NameAdministrator, (), (from_on, until_on, person, civility, first_name, last_name))

/// Errors: those of people::name.
Result<wire::Sheets> name_administrator(gate::Call<NameAdministrator>&, const std::string& origin);

struct EndPost {
  RelationId post;
  std::optional<Date> until_on;  // absent: at once
};
BOOST_DESCRIBE_STRUCT(EndPost, (), (post, until_on))

/// Another last day, or none any more. Errors: those of people::end_post.
Result<> end_post(gate::Call<EndPost>&);

/// On the head's home: who holds which class today instead of its teacher. One statement.
Result<wire::Substituted> substituted_card(Tx&, const Actor&);

}  // namespace settings
