#pragma once
#include <boost/json/value.hpp>
#include <limits>
#include <span>

#include "base/described.h"
#include "base/result.h"

/// JSON from described structs. An empty optional is left out when written; `null` is read as absent; an unknown member is refused.
namespace json {

using boost::json::value;
using boost::mp11::mp_for_each;

// ---- writer

void write_text(std::string& out, std::string_view);
void write_integer(std::string& out, std::int64_t);
void write_number(std::string& out, double);

/// `,"name":` as one literal.
template <class Member>
struct Key {
  static constexpr std::string_view name = Member::name;
  static constexpr auto text = [] {
    std::array<char, name.size() + 4> chars{};
    std::size_t i = 0;
    chars[i++] = ',';
    chars[i++] = '"';
    for (const char c : name) chars[i++] = c;
    chars[i++] = '"';
    chars[i++] = ':';
    return chars;
  }();
};

template <class T>
void write(std::string& out, const T& v);

template <class T>
void write_members(std::string& out, const T& v, bool first) {
  mp_for_each<described::members<T>>([&]<class Member>(Member) {
    const auto& member = v.*Member::pointer;
    if constexpr (described::is_optional<std::remove_cvref_t<decltype(member)>>) {
      if (!member) return;
    }
    std::string_view key(Key<Member>::text.data(), Key<Member>::text.size());
    if (first) key.remove_prefix(1);
    first = false;
    out += key;
    write(out, member);
  });
}

template <class T>
void write(std::string& out, const T& v) {
  using namespace described;
  if constexpr (std::is_same_v<T, bool>) {
    out += v ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    write_integer(out, v);
  } else if constexpr (std::is_floating_point_v<T>) {
    write_number(out, v);
  } else if constexpr (Text<T>) {
    write_text(out, v);
  } else if constexpr (is_id<T>) {
    out += '"';
    append_text(out, v);
    out += '"';
  } else if constexpr (std::is_same_v<T, Date>) {
    out += '"';
    out += to_text(v);
    out += '"';
  } else if constexpr (Choice<T>) {
    out += '"';
    out += name_of(v);
    out += '"';
  } else if constexpr (is_optional<T>) {
    if (v) {
      write(out, *v);
    } else {
      out += "null";
    }
  } else if constexpr (is_vector<T>) {
    out += '[';
    bool first = true;
    for (const auto& item : v) {
      if (!first) out += ',';
      first = false;
      write(out, item);
    }
    out += ']';
  } else if constexpr (Sum<T>) {
    std::visit(
        [&]<class A>(const A& alternative) {
          out += "{\"type\":\"";
          out += A::type;
          out += '"';
          write_members(out, alternative, false);
          out += '}';
        },
        static_cast<const plain_variant<T>&>(v));
  } else {
    static_assert(Struct<T>, "json: describe this type with BOOST_DESCRIBE_STRUCT");
    out += '{';
    write_members(out, v, true);
    out += '}';
  }
}

template <class T>
std::string to_json(const T& v) {
  std::string out;
  write(out, v);
  return out;
}

// ---- reader: every problem with its path; the path lives on the stack and is spelled out only for a problem

struct Path {
  const Path* up;
  std::string_view name;  // empty for an item of a list
  std::size_t index = 0;
};

class Problems {
 public:
  void add(const Path*, const char* code);
  bool empty() const { return list_.empty(); }
  std::vector<FieldError> take() { return std::move(list_); }

 private:
  std::vector<FieldError> list_;
};

bool read_bool(const value&, bool&, const Path*, Problems&);
bool read_integer(const value&, std::int64_t&, std::int64_t least, std::int64_t most, const Path*, Problems&);
bool read_number(const value&, double&, const Path*, Problems&);
bool read_string(const value&, std::string&, const Path*, Problems&);
bool read_id(const value&, Uuid&, const Path*, Problems&);
bool read_date(const value&, Date&, const Path*, Problems&);
const boost::json::object* read_object(const value&, const Path*, Problems&);
const boost::json::array* read_array(const value&, const Path*, Problems&);
void refuse_unknown(const boost::json::object&, std::span<const std::string_view> known, const Path*, Problems&);

template <class T>
void read(const value&, T&, const Path*, Problems&);

template <class T>
void read_members(const boost::json::object& object, T& v, const Path* at, Problems& problems) {
  mp_for_each<described::members<T>>([&]<class Member>(Member) {
    auto& member = v.*Member::pointer;
    const Path here{at, Member::name};
    if (const value* found = object.if_contains(Member::name)) {
      read(*found, member, &here, problems);
    } else if constexpr (!described::is_optional<std::remove_cvref_t<decltype(member)>>) {
      problems.add(&here, "required");
    }
  });
}

template <class T, std::size_t I = 0>
void read_alternative(std::string_view type, const boost::json::object& object, T& v, const Path* at, Problems& problems) {
  using Plain = described::plain_variant<T>;
  if constexpr (I == std::variant_size_v<Plain>) {
    const Path here{at, "type"};
    problems.add(&here, "one_of");
  } else {
    using A = std::variant_alternative_t<I, Plain>;
    if (type != A::type) return read_alternative<T, I + 1>(type, object, v, at, problems);
    A alternative{};
    read_members(object, alternative, at, problems);
    std::array<std::string_view, described::names_of<A>.size() + 1> known{};
    std::copy(described::names_of<A>.begin(), described::names_of<A>.end(), known.begin());
    known.back() = "type";
    refuse_unknown(object, known, at, problems);
    v = std::move(alternative);
  }
}

template <class T>
void read(const value& from, T& v, const Path* at, Problems& problems) {
  using namespace described;
  if constexpr (std::is_same_v<T, bool>) {
    read_bool(from, v, at, problems);
  } else if constexpr (std::is_integral_v<T>) {
    std::int64_t number = 0;
    if (read_integer(from, number, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), at, problems)) v = static_cast<T>(number);
  } else if constexpr (std::is_floating_point_v<T>) {
    read_number(from, v, at, problems);
  } else if constexpr (Text<T>) {
    read_string(from, v, at, problems);
  } else if constexpr (is_id<T>) {
    read_id(from, v, at, problems);
  } else if constexpr (std::is_same_v<T, Date>) {
    read_date(from, v, at, problems);
  } else if constexpr (Choice<T>) {
    std::string name;
    if (read_string(from, name, at, problems) && !from_name(name, v)) problems.add(at, "one_of");
  } else if constexpr (is_optional<T>) {
    if (!from.is_null()) read(from, v.emplace(), at, problems);
  } else if constexpr (is_vector<T>) {
    const auto* list = read_array(from, at, problems);
    if (!list) return;
    v.reserve(list->size());
    std::size_t i = 0;
    for (const value& item : *list) {
      const Path here{at, {}, i++};
      read(item, v.emplace_back(), &here, problems);
    }
  } else if constexpr (Sum<T>) {
    const auto* object = read_object(from, at, problems);
    if (!object) return;
    const Path here{at, "type"};
    std::string type;
    const value* named = object->if_contains("type");
    if (!named) {
      problems.add(&here, "required");
    } else if (read_string(*named, type, &here, problems)) {
      read_alternative(type, *object, v, at, problems);
    }
  } else {
    static_assert(Struct<T>, "json: describe this type with BOOST_DESCRIBE_STRUCT");
    const auto* object = read_object(from, at, problems);
    if (!object) return;
    read_members(*object, v, at, problems);
    refuse_unknown(*object, names_of<T>, at, problems);
  }
}

// ---- scalars in a path or a query

bool text_to_integer(std::string_view, std::int64_t&);

template <class T>
inline constexpr bool textual = described::Scalar<T>;
template <class T>
inline constexpr bool textual<std::optional<T>> = described::Scalar<T>;
template <class T>
inline constexpr bool textual<std::vector<T>> = described::Scalar<T>;

template <class T>
void read_text(std::string_view from, T& v, const Path* at, Problems& problems) {
  using namespace described;
  if constexpr (is_optional<T>) {
    read_text(from, v.emplace(), at, problems);
  } else if constexpr (is_vector<T>) {
    read_text(from, v.emplace_back(), at, problems);
  } else if constexpr (Text<T>) {
    v = from;
  } else if constexpr (is_id<T>) {
    if (!parse_uuid(from, v)) problems.add(at, "type_id");
  } else if constexpr (std::is_same_v<T, Date>) {
    if (!parse_date(from, v)) problems.add(at, "type_date");
  } else if constexpr (Choice<T>) {
    if (!from_name(from, v)) problems.add(at, "one_of");
  } else if constexpr (std::is_same_v<T, bool>) {
    if (from != "true" && from != "false") return problems.add(at, "type_boolean");
    v = from == "true";
  } else {
    static_assert(std::is_integral_v<T>, "only scalars, optionals and lists of them travel in a path or a query");
    std::int64_t number = 0;
    if (!text_to_integer(from, number)) return problems.add(at, "type_integer");
    v = static_cast<T>(number);
  }
}

/// Parses a whole text with our limits (depth 32); nothing, and one problem, when it is not JSON.
std::optional<value> parse(std::string_view, Problems&);

/// Reads a described struct from a whole text.
/// Errors: invalid — json.invalid, with every problem and its path
template <class T>
Result<T> from_json(std::string_view text) {
  Problems problems;
  T v{};
  if (const auto parsed = parse(text, problems)) read(*parsed, v, nullptr, problems);
  if (!problems.empty()) return std::unexpected(Error{Fault::invalid, "json.invalid", problems.take()});
  return v;
}

}  // namespace json
