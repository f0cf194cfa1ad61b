#pragma once
#include <array>

#include "features/homework/page.h"
#include "store/tx.h"

namespace homework {

/// What a pupil or a guardian looks for.
struct Wish {
  Days days;
  std::optional<PersonId> child = {};
  std::optional<std::string> subject = {};
  std::array<std::string, 3> words = {"%", "%", "%"};  // patterns, see texts.h
  bool due_only = false;                               // due within the days; otherwise given or due
  bool latest_first = false;
  std::int64_t most = 400;
};

/// What was given to these children while they belonged to the class or group, as far as it has reached readers.
std::vector<wire::Item> items_of(Tx&, const std::vector<PersonId>& children, const Wish&);

/// Since when a class that was left may still be read: three months (SC-12).
Date kept_since(Date today);

}  // namespace homework
