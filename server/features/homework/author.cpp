#include "features/homework/author.h"

#include "features/homework/queries.gen.h"

namespace homework {

std::string name_of_author(Tx& tx, PersonId writer) {
  const auto names = q::author_names(tx, writer);
  if (!names) return {};
  const bool civil = names->civility && !names->civility->empty();
  return (civil ? *names->civility : names->first_name) + " " + names->last_name;
}

}  // namespace homework
