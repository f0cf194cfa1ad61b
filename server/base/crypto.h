#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"

namespace crypto {

using Hash = std::array<unsigned char, 32>;

Hash sha256(std::string_view);
Hash hmac_sha256(std::span<const unsigned char> key, std::string_view message);
std::string hex(std::span<const unsigned char>);
/// URL-safe base64 without padding.
std::string base64url(std::span<const unsigned char>);
std::optional<std::vector<unsigned char>> from_base64url(std::string_view);
/// Compares in a time that does not depend on where they differ.
bool same(std::span<const unsigned char>, std::span<const unsigned char>);

/// The secrets of an installation, by version: peppers, sealing keys. Read from one file that only its owner may read
/// (mode 0600, refused otherwise), one line a key: `1 <64 hex digits>`; the highest version is the one to write with.
class KeyFile {
 public:
  /// Makes the file with a fresh key when there is none.
  /// Errors: invalid — crypto.key_file_mode, crypto.key_file_unreadable
  static Result<KeyFile> open_or_make(const std::string& path, Random&);
  /// One key made from `seed`. Tests only.
  static KeyFile fixed(unsigned char seed);
  int newest() const { return keys_.rbegin()->first; }
  /// A key derived from version `version` for one purpose ("pepper", "seal", "code"); nothing when there is no such version.
  std::optional<Hash> derive(int version, std::string_view purpose) const;

 private:
  std::map<int, Hash> keys_;
};

/// argon2id, 19 MiB, 2 passes, 1 lane, 16-byte salt, over HMAC(pepper, password).
/// Text: "preau$<pepper version>$argon2id$v=19$m=19456,t=2,p=1$salt$hash". About 25 ms and 19 MiB a call.
/// Source: rule 9 of docs/sources.md#security
std::string hash_password(const KeyFile&, std::string_view password, Random&);
/// False for a wrong password, an unknown format or an unknown pepper version.
bool verify_password(const KeyFile&, std::string_view password, std::string_view verifier);
/// True when the verifier was made with other costs or an older pepper than today's.
bool needs_rehash(const KeyFile&, std::string_view verifier);

/// XChaCha20-Poly1305 with a random nonce; `about` (table.column:id) is bound in, so a sealed value cannot be moved to another row.
/// Bytes: version (1 byte), nonce (24), ciphertext + tag.
std::vector<unsigned char> seal(const KeyFile&, std::string_view secret, std::string_view about, Random&);
std::optional<std::string> unseal(const KeyFile&, std::span<const unsigned char> sealed, std::string_view about);

}  // namespace crypto
