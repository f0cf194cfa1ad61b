#pragma once
#include "features/liaison/rows.h"

namespace liaison {

/// What a note asks.
struct Asked {
  Ask ask;
  std::vector<wire::Question> questions;
};

/// The children of a follow-up from its rows (in the order of the rows, by child), each in its stack, with what is decided. Two records
/// of one human are one guardian: limited in one, they may sign in neither.
std::vector<wire::FollowedChild> stacked(const Asked&, const std::vector<FollowedAdult>&);

/// How many families the screen reached, how many paper, how many neither.
wire::Routes routes_of(const std::vector<wire::FollowedChild>&);

}  // namespace liaison
