#pragma once
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"

/// What our descriptions (BOOST_DESCRIBE_STRUCT, BOOST_DESCRIBE_ENUM) tell: shared by the JSON reader and writer, the contract and the
/// typed queries, so that one spelling goes from table to screen.
namespace described {

template <class T>
inline constexpr bool is_id = std::is_base_of_v<Uuid, T>;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class... A>
std::variant<A...> as_variant(const std::variant<A...>&);
template <class T>
concept Sum = requires(const T& t) { as_variant(t); };
template <class T>
using plain_variant = decltype(as_variant(std::declval<const T&>()));

template <class T>
concept Struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value && !Sum<T>;
template <class T>
concept Text = std::is_same_v<T, std::string>;
template <class T>
concept Choice = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept Scalar = std::is_arithmetic_v<T> || Text<T> || is_id<T> || Choice<T> || std::is_same_v<T, Date>;

template <class T>
using members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
inline constexpr auto names_of = [] {
  std::array<std::string_view, boost::mp11::mp_size<members<T>>::value> names{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<members<T>>([&](auto member) { names[i++] = member.name; });
  return names;
}();

template <Choice T>
constexpr std::string_view name_of(T value) {
  return boost::describe::enum_to_string(value, "");
}

template <Choice T>
bool from_name(std::string_view name, T& value) {
  bool found = false;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) {
    if (!found && name == e.name) value = e.value, found = true;
  });
  return found;
}

/// "liaison::wire::NoteLine", as the compiler spells it.
template <class T>
constexpr std::string_view type_name() {
  std::string_view name = __PRETTY_FUNCTION__;
  name.remove_prefix(name.find("T = ") + 4);
  return name.substr(0, name.find_first_of(";]"));
}

}  // namespace described
