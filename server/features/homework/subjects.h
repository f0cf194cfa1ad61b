#pragma once
#include "features/homework/wire.h"
#include "store/tx.h"

namespace homework {

/// What is offered in a school: the domains of the programmes of cycles 1 to 3 in everyday words, then its own.
/// Source: programmes d'enseignement, arrêté du 9 novembre 2015 and later (docs/sources.md#programmes)
std::vector<wire::SubjectLine> subjects_of(Tx&, SchoolId);

/// The subject of that key in a school; nothing when it is not offered there.
std::optional<wire::Subject> find_subject(Tx&, SchoolId, const std::string& key);

}  // namespace homework
