#pragma once
#include "house/table.h"
#include "house/world.h"

namespace house {

/// What a cell sends.
struct Asked {
  std::string path;  // after the context
  std::string body;
  bool bytes = false;  // the body is no JSON
};

/// Is there an example for this route ("GET /c/{context}/home")?
bool has_example(const std::string& method_and_route);

/// Makes what the cell's thing needs to be there (a signature to take back, a code to type), and the request.
/// A thing that begins with "sarah>" was done once before by her: "sarah>ce2/tom" is signed.
Asked example(World&, const Cell&);

/// True when making the example writes: such a cell has a world of its own.
bool prepares(const Cell&);

}  // namespace house
