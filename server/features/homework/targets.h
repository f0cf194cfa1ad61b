#pragma once
#include "features/homework/rows.h"
#include "features/homework/verbs.h"

namespace homework {

/// The most targets of one entry, and the most pupils of a shorter version.
inline constexpr std::size_t most_targets = 60;
inline constexpr std::size_t most_children = 40;

/// The targets that were chosen, as they are kept; each once.
/// Errors: invalid — /targets homework.no_target, too_long; refused — homework.out_of_reach
Result<std::vector<ChosenTarget>> choose_targets(Tx&, const Actor&, const std::vector<ChooseTarget>&);

/// A substitute writes only on days they hold each of these classes.
/// Errors: refused — homework.not_your_days
Result<> check_days(Tx&, const Actor&, std::span<const ChosenTarget>, Date given_on);

/// The same targets as rows of an entry.
std::vector<TargetRow> rows_of(std::span<const ChosenTarget>, EntryId, Date given_on);

/// The classes among them, and those of single children; each once.
std::vector<ClassId> classes_of(std::span<const ChosenTarget>);

}  // namespace homework
