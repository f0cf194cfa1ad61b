#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/crypto.h"

using crypto::KeyFile;
namespace fs = std::filesystem;

namespace {
struct Folder {
  Folder() {
    std::string name = fs::temp_directory_path() / "preau-keys-XXXXXX";
    REQUIRE(::mkdtemp(name.data()));
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

struct Case {
  Folder folder;
  SeededRandom random{1};
  std::string path = folder.path / "keys";

  void write(std::string_view text, mode_t mode = 0600) {
    std::ofstream(path) << text;
    ::chmod(path.c_str(), mode);
  }
  Result<KeyFile> open() { return KeyFile::open_or_make(path, random); }
  std::string refusal() {
    auto keys = open();
    return keys ? "" : keys.error().code;
  }
};

const std::string one(64, '1');
const std::string two(64, '2');
}  // namespace

TEST_CASE("key file: a new installation makes its key, for its owner alone, and finds it again") {
  Case c;
  const auto made = c.open();
  REQUIRE(made);
  CHECK(made->newest() == 1);
  CHECK((fs::status(c.path).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(std::distance(fs::directory_iterator(c.folder.path), fs::directory_iterator()) == 1);  // no draft left
  const auto again = c.open();
  REQUIRE(again);
  CHECK(again->derive(1, "pepper") == made->derive(1, "pepper"));
  CHECK(again->derive(1, "pepper") != made->derive(1, "seal"));
  CHECK_FALSE(again->derive(2, "pepper"));
}

TEST_CASE("key file: the highest version writes, the older ones still read") {
  Case c;
  c.write("1 " + one + "\n10 " + two + "\n2 " + one + "\n");
  const auto keys = c.open();
  REQUIRE(keys);
  CHECK(keys->newest() == 10);
  CHECK(keys->derive(1, "seal") == keys->derive(2, "seal"));
  CHECK(keys->derive(1, "seal") != keys->derive(10, "seal"));
}

TEST_CASE("key file: an older key still opens an account, which then asks for a new verifier") {
  Case c;
  c.write("1 " + one + "\n");
  const auto before = c.open();
  REQUIRE(before);
  const auto verifier = crypto::hash_password(*before, "quatre tilleuls verts", c.random);
  const auto sealed = crypto::seal(*before, "secret", "x", c.random);
  c.write("1 " + one + "\n2 " + two + "\n");
  const auto after = c.open();
  REQUIRE(after);
  CHECK(crypto::verify_password(*after, "quatre tilleuls verts", verifier));
  CHECK(crypto::needs_rehash(*after, verifier));
  CHECK(crypto::unseal(*after, sealed, "x") == "secret");
}

TEST_CASE("key file: one that others may read is refused") {
  Case c;
  for (mode_t mode : {0644, 0640, 0604, 0620, 0700}) {
    c.write("1 " + one + "\n", mode);
    CHECK(c.refusal() == "crypto.key_file_mode");
  }
  c.write("1 " + one + "\n", 0400);
  CHECK(c.refusal() == "");
}

TEST_CASE("key file: one that is not exactly as documented is refused") {
  Case c;
  for (const std::string& text : {std::string(), std::string("1\n"), "0 " + one, "256 " + one, "1  " + one, " 1 " + one, "1 " + one + "0",
                                  "1 " + one.substr(1), "1 " + one + "\n1 " + two, "1 " + one + "\n\n2 " + two, "1 g" + one.substr(1)}) {
    INFO(text);
    c.write(text);
    CHECK(c.refusal() == "crypto.key_file_unreadable");
  }
  fs::remove(c.path);
  fs::create_directory(c.path);
  CHECK(c.refusal() == "crypto.key_file_unreadable");
}

TEST_CASE("key file: without its folder there is no key, and nothing is made") {
  Case c;
  c.path = c.folder.path / "missing" / "keys";
  CHECK(c.refusal() == "crypto.key_file_unreadable");
}
