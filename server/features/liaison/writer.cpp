#include "features/liaison/writer.h"

#include "features/liaison/queries.gen.h"

namespace liaison {

std::string writer_name(Tx& tx, PersonId writer) {
  const auto names = q::author_names(tx, writer);
  if (!names) return {};
  const bool civil = names->civility && !names->civility->empty();
  return (civil ? *names->civility : names->first_name) + " " + names->last_name;
}

std::string full_name(Tx& tx, PersonId writer) {
  const auto names = q::author_names(tx, writer);
  return names ? names->first_name + " " + names->last_name : std::string();
}

}  // namespace liaison
