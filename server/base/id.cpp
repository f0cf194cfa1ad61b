#include "base/id.h"

namespace {
constexpr char hex[] = "0123456789abcdef";
constexpr bool hyphen_before(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }
int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}
}  // namespace

void append_text(std::string& out, const Uuid& id) {
  for (std::size_t i = 0; i < 16; ++i) {
    if (hyphen_before(i)) out += '-';
    out += hex[id.bytes[i] >> 4];
    out += hex[id.bytes[i] & 15];
  }
}

std::string to_text(const Uuid& id) {
  std::string out;
  append_text(out, id);
  return out;
}

bool parse_uuid(std::string_view text, Uuid& id) {
  if (text.size() != 36) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < 16; ++i) {
    if (hyphen_before(i) && text[at++] != '-') return false;
    const int high = digit(text[at]);
    const int low = digit(text[at + 1]);
    if (high < 0 || low < 0) return false;
    id.bytes[i] = static_cast<unsigned char>(high * 16 + low);
    at += 2;
  }
  return true;
}

Uuid uuid_v7(std::int64_t millis, const std::array<unsigned char, 10>& random) {
  Uuid id;
  for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<unsigned char>(millis >> (40 - 8 * i));
  for (std::size_t i = 0; i < 10; ++i) id.bytes[6 + i] = random[i];
  id.bytes[6] = static_cast<unsigned char>(0x70 | (id.bytes[6] & 0x0f));
  id.bytes[8] = static_cast<unsigned char>(0x80 | (id.bytes[8] & 0x3f));
  return id;
}
