#include "gate/limits.h"

#include "gate/queries.gen.h"

namespace gate {

namespace {
crypto::Hash hashed(Tx& tx, const Limit& limit, std::string_view key) {
  const auto secret = tx.keys().derive(tx.keys().newest(), "limit");
  return crypto::hmac_sha256(*secret, fmt::format("{}\n{}", limit.name, key));
}
}  // namespace

Result<> count(Tx& tx, const Limit& limit, std::string_view key) {
  const auto tries = q::count_attempt(tx, hashed(tx, limit, key), tx.now(), tx.now() + limit.window);
  if (!tries || tries->count <= limit.most) return {};
  return too_many("gate.slow_down", int((tries->window_until - tx.now() + 999) / 1000));
}

void forget(Tx& tx, const Limit& limit, std::string_view key) { q::forget_limit(tx, hashed(tx, limit, key)); }

std::string network_of(std::string_view address) {
  if (address.find(':') == address.npos) return std::string(address);
  // the first 56 bits of an IPv6 address: three groups and a half
  std::string groups;
  int group = 0;
  std::size_t at = 0;
  while (group < 4 && at <= address.size()) {
    const auto end = std::min(address.find(':', at), address.size());
    std::string one(address.substr(at, end - at));
    if (group == 3) one = one.size() > 2 ? one.substr(0, one.size() - 2) : "";
    groups += one + ":";
    at = end + 1;
    ++group;
  }
  return groups;
}

}  // namespace gate
