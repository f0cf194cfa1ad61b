#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What every target of this folder defines: one reading of any bytes, which neither crashes nor breaks a promise.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace fuzz {

inline std::string_view text(const std::uint8_t* bytes, std::size_t size) { return {reinterpret_cast<const char*>(bytes), size}; }

/// A broken promise is a finding, as a crash is.
inline void promise(bool kept) {
  if (!kept) std::abort();
}

}  // namespace fuzz
