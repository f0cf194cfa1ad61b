#pragma once
#include <string>
#include <vector>

#include "store/tx.h"

namespace store::backup {

/// A column that must name a row of another table.
struct Reference {
  std::string name;  // of the table
  std::string column;
  std::string target;
  std::string target_column;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (name, column, target, target_column))

struct Column {
  std::string name;
  bool in_key = false;
};

/// As the engine knows them, of the schema this transaction stands in.
std::vector<Reference> references(Tx&);
std::vector<Column> columns(Tx&, const std::string& table);
/// Every table, those that are named by others first. Throws Fault when they name each other in a ring.
std::vector<std::string> in_order(Tx&);

}  // namespace store::backup
