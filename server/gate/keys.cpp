#include "gate/keys.h"

#include "gate/queries.gen.h"

namespace gate {

bool is_key(std::string_view key) {
  if (key.size() < 16 || key.size() > 64) return false;
  return std::all_of(key.begin(), key.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

Result<std::optional<Reply>> claim_key(Tx& tx, const KeyOfWrite& key) {
  if (q::keep_key(tx, key.person, key.route, key.key, key.body_hash, tx.now()) == 1) return std::nullopt;
  const auto kept = q::kept_key(tx, key.person, key.route, key.key);
  if (!kept || !kept->status) return busy("gate.busy", 1);  // its first write is still under way elsewhere
  if (!crypto::same(kept->body_hash, key.body_hash)) return conflict("gate.key_reused");
  if (*kept->status == 204) return no_content();
  if (!kept->reply) return conflict("gate.already_done");
  return json_reply(int(*kept->status), *kept->reply);
}

void keep_reply(Tx& tx, const KeyOfWrite& key, const Reply* reply, int status) {
  constexpr std::size_t most = 4096;
  std::optional<std::string> body;
  if (reply && reply->body.size() <= most) body = reply->body;
  q::keep_reply(tx, status, body, key.person, key.route, key.key);
}

}  // namespace gate
