#include "store/blobs.h"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <fstream>

namespace {

/// A folder of its own, gone with the test.
struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("blobs_" + std::to_string(::getpid()));
  ~Folder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("blobs: what is kept is there, whole, under a key of its own, until it is removed") {
  const Folder folder;
  SeededRandom random(1);
  const store::Blobs blobs(folder.path);
  const auto first = blobs.put("photo", random, 0);
  const auto same_again = blobs.put("photo", random, 0);
  CHECK(first != same_again);
  CHECK(blobs.get(first) == "photo");
  CHECK(std::filesystem::file_size(blobs.path_of(first)) == 5);
  blobs.remove(first);
  blobs.remove(first);
  CHECK_FALSE(blobs.get(first));
  CHECK(blobs.get(same_again) == "photo");
}

TEST_CASE("blobs: a file comes in pieces, and does not exist before its last word") {
  const Folder folder;
  SeededRandom random(1);
  const store::Blobs blobs(folder.path);
  {
    auto incoming = blobs.begin(random);
    incoming.append("half of");
  }
  for (int i = 0; i < store::Blobs::folders; ++i) CHECK(blobs.list_older(i, days(1)).empty());
  auto incoming = blobs.begin(random);
  incoming.append("all ");
  incoming.append("of it");
  CHECK(blobs.get(incoming.keep(0)) == "all of it");
}

TEST_CASE("blobs: their age is the house's, whatever the machine's clock says") {
  const Folder folder;
  SeededRandom random(1);
  const store::Blobs blobs(folder.path);
  const auto old = blobs.put("old", random, days(10));
  const auto young = blobs.put("young", random, days(20));
  CHECK(blobs.list_older(old.bytes[0], days(15)) == std::vector{old});
  CHECK(blobs.list_older(young.bytes[0], days(15)).empty());
}

TEST_CASE("blobs: what a dead process left half written is dropped, what is whole is not") {
  const Folder folder;
  SeededRandom random(1);
  const store::Blobs blobs(folder.path);
  const auto kept = blobs.put("whole", random, 0);
  std::ofstream(blobs.path_of(kept).string() + ".part") << "half";
  blobs.drop_drafts(kept.bytes[0], SystemClock().now() + days(1));
  CHECK(blobs.get(kept) == "whole");
  CHECK_FALSE(std::filesystem::exists(blobs.path_of(kept).string() + ".part"));
}
