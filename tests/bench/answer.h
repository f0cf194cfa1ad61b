#pragma once
#include <string>
#include <string_view>

#include "bench/asker.h"

/// An answer as it comes in, compared with what was planned.
class Answer {
 public:
  void begin();
  /// True when it is whole. Throws std::runtime_error when it is not as planned.
  bool add(std::string_view piece, const Plan&);
  int status() const { return status_; }

 private:
  void read_head(const Plan&);
  void compare(std::string_view piece, const Plan&);
  [[noreturn]] void refuse(const char* why, std::string_view piece) const;

  std::string head_;
  bool in_body_ = false;
  int status_ = 0;
  std::size_t length_ = 0;  // of the body
  std::size_t seen_ = 0;    // of it
};
