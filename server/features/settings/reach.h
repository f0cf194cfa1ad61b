#pragma once
#include "features/settings/wire.h"
#include "gate/call.h"

/// Families that nothing reaches: none of the child's guardians ever entered, and no paper came back. A child without guardian is one
/// until a paper comes back.
namespace settings {

/// The head's card: how many in each class, and the classes nobody teaches. One statement.
Result<wire::Reach> reach_card(Tx&, const Actor&);

struct ListNotReached {
  std::optional<ClassId> school_class;  // absent: the whole school
};
BOOST_DESCRIBE_STRUCT(ListNotReached, (), (school_class))

/// Who they are. Empty for a class of another school. One statement.
Result<wire::NotReachedList> list_not_reached(gate::Call<ListNotReached>&);

}  // namespace settings
