#include "base/crypto.h"

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>
#include <new>
#include <stdexcept>

namespace {
using crypto::Hash;

constexpr int memory_kib = 19 * 1024;
constexpr int passes = 2;
constexpr std::size_t salt_size = crypto_pwhash_SALTBYTES;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

void start() {
  static const int ready = sodium_init();
  if (ready < 0) throw std::runtime_error("libsodium does not start");
}

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Hash derived(const crypto::KeyFile& keys, int version, std::string_view purpose) {
  auto key = keys.derive(version, purpose);
  if (!key) throw std::logic_error("no key of this version");
  return *key;
}

/// libsodium takes no pepper: the password goes through HMAC with it first.
Hash slow_hash(const Hash& pepper, std::string_view password, const unsigned char* salt, int kib, int times) {
  Hash mixed = crypto::hmac_sha256(pepper, password);
  Hash out;
  const int failed = crypto_pwhash(out.data(), out.size(), reinterpret_cast<const char*>(mixed.data()), mixed.size(), salt, unsigned(times),
                                   std::size_t(kib) * 1024, crypto_pwhash_ALG_ARGON2ID13);
  sodium_memzero(mixed.data(), mixed.size());
  if (failed) throw std::bad_alloc();
  return out;
}

struct Verifier {
  int pepper;
  int kib;
  int times;
  std::vector<unsigned char> salt;
  std::vector<unsigned char> hash;
};

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

/// A number from 1 to `most`, without leading zero.
bool take(std::string_view& text, int& number, int most) {
  if (text.empty() || text[0] < '1' || text[0] > '9') return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number > most) return false;
  text.remove_prefix(std::size_t(end - text.data()));
  return true;
}

std::optional<Verifier> parse_verifier(std::string_view text) {
  Verifier v;
  const bool costs = take(text, "preau$") && take(text, v.pepper, 255) && take(text, "$argon2id$v=19$m=") && take(text, v.kib, 1 << 20) &&
                     take(text, ",t=") && take(text, v.times, 16) && take(text, ",p=1$");
  if (!costs || v.kib < 8) return {};  // 8 KiB is the least that argon2 knows
  const auto dollar = text.find('$');
  if (dollar == text.npos) return {};
  auto salt = crypto::from_base64url(text.substr(0, dollar));
  auto hash = crypto::from_base64url(text.substr(dollar + 1));
  if (!salt || salt->size() != salt_size || !hash || hash->size() != sizeof(Hash)) return {};
  v.salt = std::move(*salt);
  v.hash = std::move(*hash);
  return v;
}
}  // namespace

Hash crypto::sha256(std::string_view message) {
  Hash out;
  crypto_hash_sha256(out.data(), bytes(message), message.size());
  return out;
}

Hash crypto::hmac_sha256(std::span<const unsigned char> key, std::string_view message) {
  crypto_auth_hmacsha256_state state;
  Hash out;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha256_update(&state, bytes(message), message.size());
  crypto_auth_hmacsha256_final(&state, out.data());
  sodium_memzero(&state, sizeof state);
  return out;
}

std::string crypto::hex(std::span<const unsigned char> in) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(in.size() * 2);
  for (unsigned char byte : in) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string crypto::base64url(std::span<const unsigned char> in) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string out(sodium_base64_encoded_len(in.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), in.data(), in.size(), variant);
  out.pop_back();  // its closing zero
  return out;
}

std::optional<std::vector<unsigned char>> crypto::from_base64url(std::string_view text) {
  std::vector<unsigned char> out(text.size() / 4 * 3 + 3);
  std::size_t size = 0;
  const int failed = sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &size, nullptr,
                                       sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  if (failed) return {};
  out.resize(size);
  return out;
}

bool crypto::same(std::span<const unsigned char> a, std::span<const unsigned char> b) {
  return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

std::string crypto::hash_password(const KeyFile& keys, std::string_view password, Random& random) {
  start();
  std::array<unsigned char, salt_size> salt;
  random.fill(salt);
  const Hash hash = slow_hash(derived(keys, keys.newest(), "pepper"), password, salt.data(), memory_kib, passes);
  return fmt::format("preau${}$argon2id$v=19$m={},t={},p=1${}${}", keys.newest(), memory_kib, passes, base64url(salt), base64url(hash));
}

bool crypto::verify_password(const KeyFile& keys, std::string_view password, std::string_view verifier) {
  start();
  const auto v = parse_verifier(verifier);
  if (!v) return false;
  const auto pepper = keys.derive(v->pepper, "pepper");
  return pepper && same(slow_hash(*pepper, password, v->salt.data(), v->kib, v->times), v->hash);
}

bool crypto::needs_rehash(const KeyFile& keys, std::string_view verifier) {
  const auto v = parse_verifier(verifier);
  return !v || v->pepper != keys.newest() || v->kib != memory_kib || v->times != passes;
}

std::vector<unsigned char> crypto::seal(const KeyFile& keys, std::string_view secret, std::string_view about, Random& random) {
  start();
  const Hash key = derived(keys, keys.newest(), "seal");
  std::vector<unsigned char> out(1 + nonce_size + secret.size() + tag_size);
  out[0] = static_cast<unsigned char>(keys.newest());
  unsigned char* nonce = out.data() + 1;
  random.fill({nonce, nonce_size});
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_size, nullptr, bytes(secret), secret.size(), bytes(about), about.size(), nullptr,
                                             nonce, key.data());
  return out;
}

std::optional<std::string> crypto::unseal(const KeyFile& keys, std::span<const unsigned char> sealed, std::string_view about) {
  start();
  if (sealed.size() < 1 + nonce_size + tag_size) return {};
  const auto key = keys.derive(sealed[0], "seal");
  if (!key) return {};
  const auto nonce = sealed.subspan(1, nonce_size);
  const auto closed = sealed.subspan(1 + nonce_size);
  std::string out(closed.size() - tag_size, '\0');
  const int failed =
      crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(out.data()), nullptr, nullptr, closed.data(),
                                                 closed.size(), bytes(about), about.size(), nonce.data(), key->data());
  if (failed) return {};
  return out;
}
