#pragma once
#include "base/result.h"
#include "features/liaison/wire.h"

namespace liaison {

inline constexpr std::size_t most_questions = 6;
inline constexpr std::int64_t most_places = 20;

/// Reads the questions of a note as typed, and adds to `problems` what must be mended:
///   /questions            too_long (6 at most)
///   /questions/{i}/text   liaison.question_empty, too_long (120 characters)
///   /questions/{i}/options  liaison.options_few (2 to 6, each 1 to 60 characters, no two the same)
std::vector<wire::Question> read_questions(std::vector<wire::Question> typed, std::vector<FieldError>& problems);

/// Reads one answer for each question. Every kind but `text` must be answered.
/// Errors: invalid — /answers required (none, or not one for each question), /answers/{i} required, range, too_long (200 characters)
Result<std::vector<wire::Answer>> read_answers(const std::vector<wire::Question>&, std::optional<std::vector<wire::Answer>> typed);

/// Answers as they are kept. Reading throws when they are not some: our own row was damaged.
std::string kept_answers(const std::vector<wire::Answer>&);
std::vector<wire::Answer> answers_of(std::string_view kept);

/// What must be the same in two guardians' answers for the two to make one decision, as text to compare. Of a usual act, everything said
/// of the child; of a major one a refusal wins, so that only a choice has to be the same.
/// Source: LIA-03 (docs/requirements.md), SC-02 (docs/sources.md#rights)
std::string must_agree(Ask, const std::vector<wire::Question>&, const std::vector<wire::Answer>&);

}  // namespace liaison
