#include "store/blobs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>

#include "base/log.h"
#include "store/fault.h"

namespace store {

namespace {

constexpr std::string_view draft_ending = ".part";

[[noreturn]] void fail(const char* what) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  throw Fault(full ? Cause::full : Cause::io, fmt::format("blobs: {} {}", what, errno));
}

/// After a failed fsync nobody knows what the disk holds, and asking again may lie: the process ends, and what it starts anew with is
/// read from the disk. Only a full disk is told.
void sync(int file) {
  if (::fsync(file) == 0) return;
  if (errno == ENOSPC || errno == EDQUOT) fail("fsync");
  logs::error("blobs.fsync_failed", logs::number("errno", errno));
  std::abort();
}

void sync_folder(const std::filesystem::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) fail("open a folder");
  sync(file);
  ::close(file);
}

std::string hex_of(BlobId key) {
  std::string text;
  for (const unsigned char byte : key.bytes) text += fmt::format("{:02x}", byte);
  return text;
}

bool read_key(std::string_view text, BlobId& key) {
  if (text.size() != 2 * key.bytes.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto value = digits.find(text[i]);
    if (value == digits.npos) return false;
    auto& byte = key.bytes[i / 2];
    byte = static_cast<unsigned char>(byte << 4 | value);
  }
  return true;
}

/// The age is told by whoever keeps the file, by the clock of the house, not by the machine's.
timespec instant_of(Millis at) { return {at / 1000, at % 1000 * 1'000'000}; }

std::optional<Millis> age_of(const std::filesystem::path& path) {
  struct stat found{};
  if (::stat(path.c_str(), &found) != 0) return {};
  return Millis(found.st_mtim.tv_sec) * 1000 + found.st_mtim.tv_nsec / 1'000'000;
}

}  // namespace

Blobs::Blobs(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::error_code wrong;
  std::filesystem::create_directories(folder_, wrong);
  if (wrong) throw Fault(Cause::io, "blobs: the folder cannot be made");
  ::chmod(folder_.c_str(), 0700);
}

std::filesystem::path Blobs::folder_of(int folder) const { return folder_ / fmt::format("{:02x}", folder); }

std::filesystem::path Blobs::path_of(BlobId key) const { return folder_of(key.bytes[0]) / hex_of(key); }

Blobs::Incoming::Incoming(const Blobs& blobs, BlobId key)
    : blobs_(blobs), key_(key), draft_(blobs.path_of(key).string() + std::string(draft_ending)), file_(-1) {
  if (::mkdir(draft_.parent_path().c_str(), 0700) == 0) {
    sync_folder(blobs.folder_);
  } else if (errno != EEXIST) {
    fail("mkdir");
  }
  file_ = ::open(draft_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file_ < 0) fail("open");
}

Blobs::Incoming::~Incoming() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(draft_.c_str());
}

void Blobs::Incoming::append(std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file_, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write");
    content.remove_prefix(std::size_t(written));
  }
}

BlobId Blobs::Incoming::keep(Millis at) {
  const timespec times[] = {instant_of(at), instant_of(at)};
  if (::futimens(file_, times) != 0) fail("futimens");
  sync(file_);
  const auto kept = blobs_.path_of(key_);
  if (::rename(draft_.c_str(), kept.c_str()) != 0) fail("rename");
  ::close(std::exchange(file_, -1));
  sync_folder(kept.parent_path());
  return key_;
}

Blobs::Incoming Blobs::begin(Random& random) const {
  BlobId key;
  random.fill(key.bytes);
  return {*this, key};
}

BlobId Blobs::put(std::string_view content, Random& random, Millis at) const {
  Incoming incoming = begin(random);
  incoming.append(content);
  return incoming.keep(at);
}

std::optional<std::string> Blobs::get(BlobId key) const {
  const int file = ::open(path_of(key).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0 && errno == ENOENT) return {};
  if (file < 0) fail("open");
  struct stat found{};
  std::string content;
  if (::fstat(file, &found) == 0) content.resize(std::size_t(found.st_size));
  std::size_t had = 0;
  while (had < content.size()) {
    const ssize_t got = ::read(file, content.data() + had, content.size() - had);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    had += std::size_t(got);
  }
  ::close(file);
  if (had < content.size()) fail("read");
  return content;
}

void Blobs::remove(BlobId key) const {
  if (::unlink(path_of(key).c_str()) != 0 && errno != ENOENT) fail("unlink");
}

std::vector<BlobId> Blobs::list_older(int folder, Millis before) const {
  std::vector<BlobId> keys;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder_of(folder), none)) {
    BlobId key;
    if (!read_key(entry.path().filename().string(), key)) continue;
    if (const auto age = age_of(entry.path()); age && *age < before) keys.push_back(key);
  }
  return keys;
}

void Blobs::drop_drafts(int folder, Millis before) const {
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder_of(folder), none)) {
    if (entry.path().extension() != draft_ending) continue;
    if (const auto age = age_of(entry.path()); age && *age < before) std::filesystem::remove(entry.path(), none);
  }
}

}  // namespace store
