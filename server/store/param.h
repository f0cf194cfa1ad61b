#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "base/described.h"

namespace store {

using Bytes = std::span<const unsigned char>;

/// One value on its way into a statement. It points at what it was made from: it lives as long as the call.
struct Param {
  enum class Type { integer, boolean, text, bytes, id, date, ids };
  Type type;
  bool null = false;
  std::int64_t number = 0;   // integer, boolean, date (days since 1970)
  const void* at = nullptr;  // text, bytes, id; ids: a row of 16-byte ids
  std::size_t size = 0;      // in bytes; ids: how many
};

inline Param param(std::int64_t v) { return {Param::Type::integer, false, v}; }
inline Param param(bool v) { return {Param::Type::boolean, false, v}; }
inline Param param(Date v) { return {Param::Type::date, false, v.days}; }
inline Param param(std::string_view v) { return {Param::Type::text, false, 0, v.data() ? v.data() : "", v.size()}; }
inline Param param(const std::string& v) { return param(std::string_view(v)); }
inline Param param(Bytes v) {
  return {Param::Type::bytes, false, 0, v.data() ? v.data() : reinterpret_cast<const unsigned char*>(""), v.size()};
}
inline Param param(const std::vector<unsigned char>& v) { return param(Bytes(v)); }
inline Param param(const std::array<unsigned char, 32>& v) { return param(Bytes(v)); }
inline Param param(const Uuid& v) { return {Param::Type::id, false, 0, v.bytes.data(), 16}; }
template <described::Choice T>
Param param(T v) {
  return param(described::name_of(v));
}
template <class Tag>
Param param(std::span<const Id<Tag>> v) {
  static_assert(sizeof(Id<Tag>) == 16);
  return {Param::Type::ids, false, 0, v.data(), v.size()};
}
template <class Tag>
Param param(const std::vector<Id<Tag>>& v) {
  return param(std::span<const Id<Tag>>(v));
}
template <class T>
Param param(const std::optional<T>& v) {
  if (v) return param(*v);
  static const T nothing{};
  Param p = param(nothing);
  p.null = true;
  return p;
}

}  // namespace store
