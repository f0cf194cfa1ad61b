#include "bench/answer.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace {

std::size_t content_length(std::string_view head) {
  constexpr std::string_view name = "\r\ncontent-length:";
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  const auto found = std::ranges::search(head, name, same);
  std::size_t length = 0;
  if (found.empty()) return length;
  const char* at = found.end() - head.begin() + head.data();
  while (*at == ' ') ++at;
  std::from_chars(at, head.data() + head.size(), length);
  return length;
}

}  // namespace

void Answer::begin() {
  head_.clear();
  in_body_ = false;
  seen_ = 0;
}

bool Answer::add(std::string_view piece, const Plan& plan) {
  if (!in_body_) {
    const std::size_t before = head_.size();
    head_ += piece;
    const auto end = head_.find("\r\n\r\n", before > 3 ? before - 3 : 0);
    if (end == std::string::npos) return false;
    piece.remove_prefix(end + 4 - before);
    head_.resize(end + 4);
    in_body_ = true;
    read_head(plan);
  }
  compare(piece, plan);
  return seen_ == length_;
}

void Answer::read_head(const Plan& plan) {
  status_ = 0;
  if (head_.size() > 12) std::from_chars(head_.data() + 9, head_.data() + 12, status_);
  if (std::ranges::find(plan.statuses, status_) == plan.statuses.end()) refuse("another status", {});
  length_ = content_length(head_);
  if (status_ != plan.statuses.front()) return;
  if (!plan.head_holds.empty() && head_.find(plan.head_holds) == std::string::npos) refuse("another head", {});
  if (plan.body && length_ != plan.body->size()) refuse("another length", {});
}

void Answer::compare(std::string_view piece, const Plan& plan) {
  if (seen_ + piece.size() > length_) refuse("more than was said", piece);
  if (plan.body && status_ == plan.statuses.front()) {
    const std::string_view expected = std::string_view(*plan.body).substr(seen_, piece.size());
    const auto same = [](char wanted, char got) { return wanted == got || wanted == '\0'; };
    if (expected != piece && !std::ranges::equal(expected, piece, same)) refuse("another body", piece);
  }
  seen_ += piece.size();
}

void Answer::refuse(const char* why, std::string_view piece) const {
  throw std::runtime_error(std::string(why) + "\n" + head_ + std::string(piece.substr(0, 2000)));
}
