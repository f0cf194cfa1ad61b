#pragma once
#include <cstdint>
#include <string>

namespace uploads {

/// What an installation says of uploads.
struct Settings {
  std::int64_t school_bytes = std::int64_t(1) << 30;  // all files of one school together
  std::string thumbnail_program;                      // `preau-thumbnail`; empty: the one beside this program
  int threads = 0;                                    // that write and look at files; 0: the calling thread (tests, command line)
};

}  // namespace uploads
