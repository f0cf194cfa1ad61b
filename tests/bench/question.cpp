#include "bench/question.h"

#include <fmt/format.h>

#include <stdexcept>

namespace {

constexpr std::string_view empty_line = "\r\n\r\n";

/// The text with its marks filled in, put at the end of `out`.
void fill(std::string& out, std::string_view text, long number, const std::vector<std::string>& values) {
  for (auto at = text.find('{'); at != text.npos; at = text.find('{')) {
    out += text.substr(0, at);
    const char mark = at + 2 < text.size() && text[at + 2] == '}' ? text[at + 1] : ' ';
    if (mark == 'n') {
      out += fmt::format("{:010}", number);
    } else if (mark == 'a') {
      out += fmt::format("10.{}.{}.{}", (number >> 16) & 255, (number >> 8) & 255, number & 255);
    } else if (mark == 'v') {
      out += values.at(std::size_t(number) % values.size());
    } else {
      out += '{';
    }
    text.remove_prefix(at + (mark == 'n' || mark == 'a' || mark == 'v' ? 3 : 1));
  }
  out += text;
}

}  // namespace

Questions::Questions(const Plan& plan) : plan_(plan), number_(plan.first) {
  const auto end = plan.request.find(empty_line);
  if (end == std::string::npos) throw std::runtime_error("the request has no end of head");
  head_ = plan.request.substr(0, end);
  body_ = plan.request.substr(end + empty_line.size());
}

std::string_view Questions::next() {
  const long number = number_++;
  std::string body;
  fill(body, body_, number, plan_.values);
  question_.clear();
  fill(question_, head_, number, plan_.values);
  if (!body.empty()) question_ += fmt::format("\r\nContent-Length: {}", body.size());
  question_ += empty_line;
  question_ += body;
  return question_;
}
