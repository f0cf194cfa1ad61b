#pragma once
#include <string>

#include "people/ids.h"
#include "store/tx.h"

namespace liaison {

/// How the school signs: "Mme Rossi"; both names when the directory gives no civility.
std::string writer_name(Tx&, PersonId);
/// How a family signs: "Sarah Delmas".
std::string full_name(Tx&, PersonId);

}  // namespace liaison
