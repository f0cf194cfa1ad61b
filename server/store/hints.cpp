#include "store/hints.h"

#include <algorithm>

#include "store/tx.h"

void store::hint(Tx& tx, Hint hint) {
  auto& hints = tx.told().hints;
  if (std::find(hints.begin(), hints.end(), hint) == hints.end()) hints.push_back(std::move(hint));
}

void store::standing_changed(Tx& tx, const Uuid& person) { hint(tx, {person, std::string(standing), {}}); }
void store::all_standing_changed(Tx& tx) { hint(tx, {{}, std::string(standing), {}}); }
