#include "base/crypto.h"

#include <catch2/catch.hpp>

using namespace crypto;
using namespace std::string_literals;

namespace {
std::span<const unsigned char> span(std::string_view text) { return {reinterpret_cast<const unsigned char*>(text.data()), text.size()}; }
}  // namespace

TEST_CASE("crypto: hashes are those of the standards") {
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // RFC 4231, test case 2
  CHECK(hex(hmac_sha256(span("Jefe"), "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("crypto: what base64 writes it reads, and nothing else") {
  for (const auto& in : {""s, "f"s, "fo"s, "foo"s, "\xff\xfe\xfd\xfc"s}) {
    const auto out = from_base64url(base64url(span(in)));
    REQUIRE(out);
    CHECK(std::string(out->begin(), out->end()) == in);
  }
  CHECK(base64url(span("\xff\xfe")) == "__4");
  for (const char* wrong : {"__4=", "a", "//4", "__5", "Zm 9v"}) CHECK_FALSE(from_base64url(wrong));
}

TEST_CASE("crypto: two secrets are the same only when every byte is") {
  CHECK(same(span("secret"), span("secret")));
  CHECK_FALSE(same(span("secret"), span("secreT")));
  CHECK_FALSE(same(span("secret"), span("secre")));
  CHECK(same({}, {}));
}

TEST_CASE("crypto: a guardian's password opens her account, another does not") {
  SeededRandom random(1);
  const auto keys = KeyFile::fixed(1);
  const std::string verifier = hash_password(keys, "quatre tilleuls verts", random);
  CHECK(verifier.starts_with("preau$1$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(verify_password(keys, "quatre tilleuls verts", verifier));
  CHECK_FALSE(verify_password(keys, "quatre tilleuls vert", verifier));
  CHECK_FALSE(verify_password(keys, "", verifier));
  CHECK_FALSE(needs_rehash(keys, verifier));

  CHECK(hash_password(keys, "quatre tilleuls verts", random) != verifier);             // another salt
  CHECK_FALSE(verify_password(KeyFile::fixed(2), "quatre tilleuls verts", verifier));  // a stolen database without its key file
}

TEST_CASE("crypto: a verifier that is not exactly ours opens nothing") {
  SeededRandom random(1);
  const auto keys = KeyFile::fixed(1);
  const std::string good = hash_password(keys, "quatre tilleuls verts", random);
  const auto changed = [&](std::string_view from, std::string_view to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  const std::vector<std::string> wrong{"",
                                       "preau$",
                                       good + "=",
                                       good + "$",
                                       " " + good,
                                       good.substr(0, good.size() - 2),
                                       changed("preau$1$", "preau$2$"),
                                       changed("preau$1$", "preau$01$"),
                                       changed("argon2id", "argon2i"),
                                       changed("v=19", "v=16"),
                                       changed("m=19456", "m=99999999999"),
                                       changed("m=19456", "m=4"),
                                       changed("t=2", "t=-2"),
                                       changed("p=1", "p=2"),
                                       "$2y$10$abcdefghijklmnopqrstuv"};
  for (const auto& each : wrong) {
    INFO(each);
    CHECK_FALSE(verify_password(keys, "quatre tilleuls verts", each));
  }
  CHECK(needs_rehash(keys, changed("t=2", "t=1")));
  CHECK(needs_rehash(keys, changed("preau$1$", "preau$2$")));
  CHECK(needs_rehash(keys, "rubbish"));
}

TEST_CASE("crypto: a verifier made with yesterday's costs still opens the account") {
  const auto keys = KeyFile::fixed(1);
  const auto old = "preau$1$argon2id$v=19$m=1024,t=1,p=1$" + base64url(span("0123456789abcdef")) + "$" + base64url(Hash{});
  CHECK_FALSE(verify_password(keys, "quatre tilleuls verts", old));  // read, computed, and wrong
  CHECK(needs_rehash(keys, old));
}

TEST_CASE("crypto: a sealed value is read only where it was written, with its key, unchanged") {
  SeededRandom random(1);
  const auto keys = KeyFile::fixed(1);
  auto sealed = seal(keys, "JBSWY3DP", "gate_credential.secret:1", random);
  CHECK(sealed.size() == 1 + 24 + 8 + 16);
  CHECK(sealed[0] == 1);
  CHECK(unseal(keys, sealed, "gate_credential.secret:1") == "JBSWY3DP");
  CHECK_FALSE(unseal(keys, sealed, "gate_credential.secret:2"));
  CHECK_FALSE(unseal(KeyFile::fixed(2), sealed, "gate_credential.secret:1"));
  CHECK(seal(keys, "JBSWY3DP", "gate_credential.secret:1", random) != sealed);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    sealed[i] ^= 1;
    CHECK_FALSE(unseal(keys, sealed, "gate_credential.secret:1"));
    sealed[i] ^= 1;
  }
  for (std::size_t n = 0; n < sealed.size(); ++n) CHECK_FALSE(unseal(keys, std::span(sealed).first(n), "gate_credential.secret:1"));
  CHECK(unseal(keys, seal(keys, "", "x", random), "x") == "");
}
