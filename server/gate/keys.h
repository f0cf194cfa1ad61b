#pragma once
#include <optional>

#include "base/crypto.h"
#include "gate/reply.h"
#include "people/ids.h"
#include "store/tx.h"

/// Idempotency: each write carries a key of its person and route. It is inserted first in the write's own transaction, with
/// the hash of what was asked, and keeps what was answered for 30 days: sent twice, done once.
namespace gate {

inline constexpr Millis keys_live = days(30);

struct KeyOfWrite {
  PersonId person;
  std::string route;
  std::string key;
  crypto::Hash body_hash;
};

/// 16 to 64 letters, digits and hyphens.
bool is_key(std::string_view);

/// Nothing when the key is new and now belongs to this write; the kept reply when it was already done.
/// Errors: conflict — gate.key_reused (the same key with another body), gate.already_done (its reply held a secret, or was
///         too long to keep: ask anew with another key)
Result<std::optional<Reply>> claim_key(Tx&, const KeyOfWrite&);
/// What the key's write answered; `reply` nullptr when it must not be kept.
void keep_reply(Tx&, const KeyOfWrite&, const Reply* reply, int status);

}  // namespace gate
