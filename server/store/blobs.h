#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/random.h"

namespace store {

using BlobId = Id<struct BlobTag>;

/// Files by random key, in one folder of the disk: written once, never changed. The file comes first, then the row that names it, in a
/// transaction: a crash leaves at worst a file without a row, which a sweeper finds by its age.
/// Safe from many threads and processes. Throws Fault: Cause::full when the disk is, else Cause::io; a failed fsync ends the process.
class Blobs {
 public:
  /// How many sub-folders there are: the first byte of a key says which.
  static constexpr int folders = 256;

  /// Makes the folder when it is missing.
  explicit Blobs(std::filesystem::path folder);

  /// One file being written, piece by piece. It exists for others once it is kept; before, it goes with this object.
  class Incoming {
   public:
    Incoming(const Incoming&) = delete;
    ~Incoming();
    void append(std::string_view);
    /// On stable storage when it returns. `at` is the age it will have for list_older.
    BlobId keep(Millis at);

   private:
    friend class Blobs;
    Incoming(const Blobs&, BlobId);
    const Blobs& blobs_;
    BlobId key_;
    std::filesystem::path draft_;
    int file_;
  };
  Incoming begin(Random&) const;
  /// The same in one piece.
  BlobId put(std::string_view content, Random&, Millis at) const;

  /// Where a file is; whether it is there is not asked.
  std::filesystem::path path_of(BlobId) const;
  /// The whole content; nothing when there is no such file.
  std::optional<std::string> get(BlobId) const;
  /// No file of that key is left; none before is no mistake.
  void remove(BlobId) const;
  /// Keys in one sub-folder (0 to 255) of what was kept before an instant, in no order.
  std::vector<BlobId> list_older(int folder, Millis before) const;
  /// Removes what a dead process left half written in one sub-folder before an instant.
  void drop_drafts(int folder, Millis before) const;

 private:
  std::filesystem::path folder_of(int) const;
  std::filesystem::path folder_;
};

}  // namespace store
