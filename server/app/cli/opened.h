#pragma once
#include "app/house.h"

namespace app::cli {

struct Opened {
  std::unique_ptr<House> house;  // empty: `exit` says how to leave; the reason was printed
  int exit = 0;
};

/// Opens the house, or says in French why it cannot be.
Opened open_house(const Config&, bool threads, std::string build, Outside = {});

/// Whether this database was made by `preau demo load`: the only one that may run on the demo's clock.
bool is_demo(store::Database&);

}  // namespace app::cli
