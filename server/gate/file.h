#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace gate {

/// A file of the disk as the reply of a read verb, its rights already asked. The street sends it in ranges, under
/// `Content-Security-Policy: sandbox`, and lets the browser keep it a year: what stands behind one URL never changes.
struct File {
  std::filesystem::path path;
  std::int64_t size = 0;     // bytes; a file of another size on the disk is a surprise, answered 500
  std::string content_type;  // decided by content when it came in, never the sender's word
  std::string name;          // as its owner called it, UTF-8: what "save as" offers
  bool inline_ = false;      // images, shown in the page; the rest is handed over as attachment
};

}  // namespace gate
