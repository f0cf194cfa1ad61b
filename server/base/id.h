#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

/// 16 bytes in the database, lower-case text with four hyphens in JSON.
struct Uuid {
  std::array<unsigned char, 16> bytes{};
  auto operator<=>(const Uuid&) const = default;
  bool is_nil() const { return *this == Uuid{}; }
};

/// An id of one kind of thing: `using NoteId = Id<struct NoteTag>`.
template <class Tag>
struct Id : Uuid {
  auto operator<=>(const Id&) const = default;
};

std::string to_text(const Uuid&);
void append_text(std::string& out, const Uuid&);
/// Reads the one canonical spelling; anything else is refused.
bool parse_uuid(std::string_view, Uuid&);

/// UUIDv7: 48 bits of `millis` since 1970, 74 bits of `random`.
/// Source: RFC 9562, section 5.7
Uuid uuid_v7(std::int64_t millis, const std::array<unsigned char, 10>& random);

template <class Tag>
struct std::hash<Id<Tag>> {
  std::size_t operator()(const Id<Tag>& id) const noexcept {
    std::uint64_t low = 0;  // the last eight bytes are random: good enough as they are
    for (int i = 8; i < 16; ++i) low = low << 8 | id.bytes[std::size_t(i)];
    return low;
  }
};
