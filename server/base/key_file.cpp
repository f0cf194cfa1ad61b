#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "base/crypto.h"

namespace {
using crypto::Hash;
using Keys = std::map<int, Hash>;

/// An open file of the system, closed at the end of its scope.
struct Descriptor {
  explicit Descriptor(int number) : number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  int number;
};

std::optional<Hash> parse_key(std::string_view hex) {
  Hash key;
  if (hex.size() != 2 * key.size()) return {};
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char* two = hex.data() + 2 * i;
    const auto [end, error] = std::from_chars(two, two + 2, key[i], 16);
    if (error != std::errc{} || end != two + 2) return {};
  }
  return key;
}

/// Nothing for anything but "version key" lines with different versions from 1 to 255 (a sealed value has one byte for it).
std::optional<Keys> parse_keys(std::string_view text) {
  Keys keys;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    int version = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), version);
    const std::string_view rest = line.substr(std::size_t(end - line.data()));
    if (error != std::errc{} || version < 1 || version > 255 || !rest.starts_with(' ')) return {};
    const auto key = parse_key(rest.substr(1));
    if (!key || !keys.emplace(version, *key).second) return {};
  }
  if (keys.empty()) return {};
  return keys;
}

Result<Keys> read_keys(int file) {
  struct stat status;
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return invalid("crypto.key_file_unreadable");
  // A service manager may hand the file over as 0400: stricter is welcome, wider is not.
  if ((status.st_mode & 07777 & ~0600) != 0) return invalid("crypto.key_file_mode");
  std::string text(255 * 69, '\0');  // all versions there can be
  const ssize_t got = ::read(file, text.data(), text.size());
  if (got < 0) return invalid("crypto.key_file_unreadable");
  text.resize(std::size_t(got));
  auto keys = parse_keys(text);
  if (!keys) return invalid("crypto.key_file_unreadable");
  return *std::move(keys);
}

/// Complete and on the disk under another name first: a power cut leaves the whole file or none. False when the disk refuses.
bool make_file(const std::string& path, Random& random) {
  Hash key;
  std::array<unsigned char, 8> mark;
  random.fill(key);
  random.fill(mark);
  const std::string line = "1 " + crypto::hex(key) + "\n";
  const std::string draft = path + "." + crypto::hex(mark);
  bool done = false;
  {
    const Descriptor file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.number < 0) return false;
    done = ::write(file.number, line.data(), line.size()) == ssize_t(line.size()) && ::fsync(file.number) == 0;
  }
  // Unlike rename, link never replaces: when another process was first, its key is the one.
  done = done && (::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
  ::unlink(draft.c_str());
  const auto folder = std::filesystem::path(path).parent_path();
  const Descriptor parent(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return done && parent.number >= 0 && ::fsync(parent.number) == 0;
}
}  // namespace

Result<crypto::KeyFile> crypto::KeyFile::open_or_make(const std::string& path, Random& random) {
  if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT && !make_file(path, random)) return invalid("crypto.key_file_unreadable");
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number < 0) return invalid("crypto.key_file_unreadable");
  Keys keys = TRY(read_keys(file.number));
  KeyFile out;
  out.keys_ = std::move(keys);
  return out;
}

crypto::KeyFile crypto::KeyFile::fixed(unsigned char seed) {
  KeyFile out;
  out.keys_[1].fill(seed);
  return out;
}

std::optional<Hash> crypto::KeyFile::derive(int version, std::string_view purpose) const {
  const auto found = keys_.find(version);
  if (found == keys_.end()) return {};
  return hmac_sha256(found->second, purpose);
}
