#include "base/random.h"

#include <sodium.h>

#include <atomic>
#include <stdexcept>

namespace {
void put(unsigned char* to, std::uint64_t number) {
  for (int i = 0; i < 8; ++i) to[i] = static_cast<unsigned char>(number >> (8 * i));
}
}  // namespace

void SystemRandom::fill(std::span<unsigned char> bytes) {
  static const int ready = sodium_init();
  if (ready < 0) throw std::runtime_error("libsodium does not start");
  randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandom::fill(std::span<unsigned char> bytes) {
  unsigned char key[randombytes_SEEDBYTES] = {};
  put(key, seed_);
  put(key + 8, std::atomic_ref(calls_).fetch_add(1));  // each call is a stream of its own, so threads need no lock
  randombytes_buf_deterministic(bytes.data(), bytes.size(), key);
}
