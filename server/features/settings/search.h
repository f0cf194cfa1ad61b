#pragma once
#include "features/settings/person_wire.h"
#include "gate/call.h"

namespace settings {

struct SearchPeople {
  std::string text;  // names and a class's label, in any order: "delmas", "tom ce2"; two letters at least
};
BOOST_DESCRIBE_STRUCT(SearchPeople, (), (text))

/// Pupils, guardians and staff of the school, accents and case ignored. Nobody when fewer than two letters are typed.
/// To whoever is not the head, an adult to whom a decision leaves nothing is not named. Two statements.
Result<wire::FoundPeople> search_people(gate::Call<SearchPeople>&);

/// What is typed, as names are kept for searching: each word folded, the empty ones dropped.
std::vector<std::string> folded_words(std::string_view typed);

/// A pupil who left is found, and their page opened, for as long as they may read (SC-12).
Date seen_until(Date today);

/// Decisions of custody, and whom they leave nothing, are the head's alone.
bool sees_decisions(const Actor&);

}  // namespace settings
