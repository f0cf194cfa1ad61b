#pragma once
#include <cstdint>
#include <span>

/// Where randomness comes from: handed in, so that a test can be replayed.
struct Random {
  virtual ~Random() = default;
  virtual void fill(std::span<unsigned char>) = 0;
};

/// The kernel's generator (through libsodium). Safe from many threads.
struct SystemRandom : Random {
  void fill(std::span<unsigned char>) override;
};

/// The same bytes for the same seed. Tests only; safe from many threads.
class SeededRandom : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : seed_(seed) {}
  void fill(std::span<unsigned char>) override;

 private:
  std::uint64_t seed_;
  std::uint64_t calls_ = 0;
};
