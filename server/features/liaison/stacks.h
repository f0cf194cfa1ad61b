#pragma once
#include "features/liaison/rows.h"

namespace liaison {

/// The children of a follow-up from its rows (in the order of the rows, by child), each in its stack. Two records of one human are one
/// guardian: limited in one, they may sign in neither.
std::vector<wire::FollowedChild> stacked(Ask, const std::vector<FollowedAdult>&);

}  // namespace liaison
