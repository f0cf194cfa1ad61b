#pragma once
#include <map>

#include "base/personal_data.h"
#include "gate/route.h"
#include "store/jobs.h"

namespace gate {

/// What a part of the house hands to the roof: `app` gathers them, nobody registers anything.
struct Plug {
  std::string_view name;
  Routes routes = {};
  std::vector<Card> cards = {};
  std::vector<PersonalData> personal_data = {};
  std::map<std::string, store::Jobs::Run> jobs = {};
  void (*check_queries)(Tx&) = nullptr;
};

}  // namespace gate
