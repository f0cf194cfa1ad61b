#pragma once
#include "features/liaison/wire.h"

namespace liaison {

/// What a family's answers come to, for one child.
struct Outcome {
  std::vector<wire::Answer> decided;  // one for each question; empty where it is open, or where it belongs to each adult
  bool opposite = false;              // the guardians contradict each other
  bool blocked = false;               // and nothing settles it: the child stays open
};

/// Reads the answers of a child whose family has `replied` (all that is awaited of it). An adult who may act today is heard before one
/// who no longer may. Usual act: answers count until another guardian's contradict them. Major act: every guardian answers, and a
/// refusal wins.
/// Source: LIA-03 (docs/requirements.md), SC-02 (docs/sources.md#rights)
Outcome outcome_of(Ask, const std::vector<wire::Question>&, const wire::FollowedChild&, bool replied);

/// What each question comes to, over all children.
std::vector<wire::Total> totals_of(const std::vector<wire::Question>&, const std::vector<wire::FollowedChild>&);

}  // namespace liaison
