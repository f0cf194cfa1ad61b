#include "store/backup/disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/crypto.h"
#include "store/fault.h"

namespace store::backup {

namespace {

[[noreturn]] void fail(const char* step) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  throw Fault(full ? Cause::full : Cause::io, fmt::format("backup: {} {}", step, errno));
}

/// A descriptor that closes itself.
struct File {
  int number;
  File(const path& at, int flags) : number(::open(at.c_str(), flags | O_CLOEXEC, 0600)) {
    if (number < 0) fail("open");
  }
  ~File() { ::close(number); }
  File(const File&) = delete;
};

class Digest {
 public:
  Digest() { crypto_hash_sha256_init(&state_); }
  void add(std::string_view piece) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(piece.data()), piece.size());
    size_ += std::int64_t(piece.size());
  }
  Print end() {
    crypto::Hash hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    return {size_, crypto::hex(hash)};
  }

 private:
  crypto_hash_sha256_state state_{};
  std::int64_t size_ = 0;
};

}  // namespace

struct Written::State {
  path at;
  File file;
  Digest digest = {};
  std::string buffer = {};

  void flush_buffer() {
    for (std::string_view rest = buffer; !rest.empty();) {
      const ssize_t written = ::write(file.number, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("write");
      rest.remove_prefix(std::size_t(written));
    }
    buffer.clear();
  }
};

Written::Written(const path& at) : state_(new State{at, File(at, O_WRONLY | O_CREAT | O_EXCL)}) {}
Written::~Written() = default;

void Written::append(std::string_view piece) {
  constexpr std::size_t at_once = 1 << 20;
  state_->digest.add(piece);
  state_->buffer += piece;
  if (state_->buffer.size() >= at_once) state_->flush_buffer();
}

Print Written::close() {
  state_->flush_buffer();
  if (::fsync(state_->file.number) != 0) fail("fsync");
  flush(state_->at.parent_path());
  return state_->digest.end();
}

void read_pieces(const path& at, const std::function<void(std::string_view)>& each) {
  const File file(at, O_RDONLY);
  std::string piece(1 << 20, '\0');
  for (;;) {
    const ssize_t got = ::read(file.number, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read");
    if (got == 0) return;
    each({piece.data(), std::size_t(got)});
  }
}

std::string read_whole(const path& at) {
  std::string whole;
  read_pieces(at, [&](std::string_view piece) { whole += piece; });
  return whole;
}

Print print_of(const path& at) {
  Digest digest;
  read_pieces(at, [&](std::string_view piece) { digest.add(piece); });
  return digest.end();
}

Print keep_copy(const path& from, const path& to) {
  Written written(to);
  read_pieces(from, [&](std::string_view piece) { written.append(piece); });
  const Print print = written.close();
  struct stat found{};
  if (::stat(from.c_str(), &found) != 0) fail("stat");
  const timespec age[] = {found.st_mtim, found.st_mtim};
  if (::utimensat(AT_FDCWD, to.c_str(), age, 0) != 0) fail("utimensat");
  return print;
}

void flush(const path& at) {
  const File file(at, O_RDONLY);
  if (::fsync(file.number) != 0) fail("fsync");
}

void make_folder(const path& at) {
  if (::mkdir(at.c_str(), 0700) != 0 && errno != EEXIST) fail("mkdir");
}

}  // namespace store::backup
