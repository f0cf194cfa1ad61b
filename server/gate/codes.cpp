#include "gate/codes.h"

#include "gate/accounts.h"
#include "gate/queries.gen.h"

namespace gate {

namespace {
// no 0 O, 1 I L, U V: what a tired reader takes for another
constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTWXY";
constexpr std::size_t letters = 28;
static_assert(alphabet.size() == letters);

std::string random_code(Tx& tx) {
  std::string code;
  while (code.size() < 12) {
    std::array<unsigned char, 32> chance{};
    tx.random().fill(chance);
    for (const unsigned char byte : chance) {
      if (byte < 252 && code.size() < 12) code += alphabet[byte % letters];  // 252 = 9 × 28: no letter is likelier
    }
  }
  return code;
}

crypto::Hash hashed(const crypto::KeyFile& keys, int version, std::string_view code) {
  return crypto::hmac_sha256(*keys.derive(version, "code"), code);
}
}  // namespace

std::optional<std::string> read_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-' || c == '.' || c == '\t') continue;
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
    if (alphabet.find(c) == alphabet.npos || code.size() == 12) return {};
    code += c;
  }
  if (code.size() != 12) return {};
  return code;
}

std::string spaced(std::string_view code) { return fmt::format("{} {} {}", code.substr(0, 4), code.substr(4, 4), code.substr(8, 4)); }

MadeCode make_code(Tx& tx, const Sheet& sheet) {
  q::revoke_codes_of(tx, sheet.person, sheet.school, tx.now());
  MadeCode made{random_code(tx), reserve_login(tx, sheet.person), tx.now() + code_lives};
  q::add_code(tx, tx.new_id<Uuid>(), hashed(tx.keys(), tx.keys().newest(), made.code), sheet.person, sheet.child, sheet.school,
              sheet.made_by, tx.now(), made.until_at);
  return made;
}

Result<CodeRow> find_code(Tx& tx, std::string_view typed) {
  const auto code = read_code(typed);
  if (!code) return invalid_at("/code", "gate.code_unreadable");
  std::optional<CodeRow> found;
  for (int version = tx.keys().newest(); version > 0 && !found; --version) {
    if (tx.keys().derive(version, "code")) found = q::code_of_hash(tx, hashed(tx.keys(), version, *code));
  }
  if (!found || (found->revoked_at && !found->used_at)) return not_found("gate.code_unknown");
  if (found->used_at) return gone("gate.code_used");
  if (found->until_at <= tx.now()) return gone("gate.code_expired");
  return *found;
}

}  // namespace gate
