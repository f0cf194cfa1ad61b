#pragma once
#include "drafts/wire.h"
#include "gate/bytes.h"
#include "gate/call.h"

namespace drafts {

/// Where a draft is kept: the kind of what is being written ("liaison.note") and which one (its id, or "new").
struct OneDraft {
  std::string kind;
  std::string thing;
};
BOOST_DESCRIBE_STRUCT(OneDraft, (), (kind, thing))

/// Errors: not_found — drafts.no_draft
Result<wire::Draft> find_draft(gate::Call<OneDraft>&);

struct SaveDraft {
  std::string kind;
  std::string thing;
  std::int64_t version;  // the one that was read or saved last; 0: none yet
  gate::Bytes content;   // UTF-8, a JSON object, at most 64 KiB
};
BOOST_DESCRIBE_STRUCT(SaveDraft, (), (kind, thing, version, content))
/// Errors: invalid   — drafts.not_a_place (kind or thing), drafts.not_text
///         stale     — drafts.newer (saved or dropped elsewhere since: what is here stays, what was sent is still the sender's)
///         conflict  — drafts.too_many
Result<wire::Saved> save_draft(gate::Call<SaveDraft>&);

/// What was written has been sent, or is not wanted any more. Asked twice, it is the same.
Result<> drop_draft(gate::Call<OneDraft>&);

}  // namespace drafts
