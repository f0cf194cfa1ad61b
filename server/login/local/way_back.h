#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gate/entrance.h"

namespace login::local {

/// The page somebody wanted before they had to enter, from an address anybody may have written: a path of ours under /c/, of
/// plain characters, at most 500. Empty for anything else, so that no link of ours leads elsewhere.
std::string page_wanted(std::string_view asked);

/// Where to go once in: the page wanted if it is in one of their places; else the first place of the door they chose.
/// `places` is not empty.
std::string way_in(const std::vector<gate::Place>& places, std::string_view page_wanted, bool by_parents_door);

/// For a value inside an address.
std::string in_address(std::string_view);

}  // namespace login::local
