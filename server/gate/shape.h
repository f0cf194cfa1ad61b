#pragma once
#include "base/described.h"
#include "gate/bytes.h"
#include "gate/file.h"

namespace gate {

/// What OpenAPI needs to know of a type, as plain tables walked by code that is compiled once.
struct Shape {
  enum class Kind { boolean, integer, number, text, id, date, choice, optional, list, structure, sum, bytes, file };
  struct Member {
    std::string_view name;
    const Shape& (*shape)();
  };
  Kind kind;
  std::string_view name = {};  // of structures, sums and choices, as the compiler spells it
  const Shape& (*item)() = nullptr;
  std::vector<Member> members = {};
  std::vector<std::string_view> values = {};
};

template <class T>
const Shape& shape();

template <class T>
Shape make_shape() {
  using namespace described;
  using boost::mp11::mp_for_each;
  if constexpr (std::is_same_v<T, bool>) {
    return {Shape::Kind::boolean};
  } else if constexpr (std::is_integral_v<T>) {
    return {Shape::Kind::integer};
  } else if constexpr (std::is_floating_point_v<T>) {
    return {Shape::Kind::number};
  } else if constexpr (Text<T>) {
    return {Shape::Kind::text};
  } else if constexpr (is_id<T>) {
    return {Shape::Kind::id};
  } else if constexpr (std::is_same_v<T, Date>) {
    return {Shape::Kind::date};
  } else if constexpr (std::is_same_v<T, Bytes>) {
    return {Shape::Kind::bytes};
  } else if constexpr (std::is_same_v<T, File>) {
    return {Shape::Kind::file};
  } else if constexpr (Choice<T>) {
    Shape choice{Shape::Kind::choice, type_name<T>()};
    mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) { choice.values.push_back(e.name); });
    return choice;
  } else if constexpr (is_optional<T>) {
    return {Shape::Kind::optional, {}, &shape<typename T::value_type>};
  } else if constexpr (is_vector<T>) {
    return {Shape::Kind::list, {}, &shape<typename T::value_type>};
  } else if constexpr (Sum<T>) {
    Shape sum{Shape::Kind::sum, type_name<T>()};
    [&]<class... A>(const std::variant<A...>*) {
      (sum.members.push_back({A::type, &shape<A>}), ...);
    }(static_cast<const plain_variant<T>*>(nullptr));
    return sum;
  } else {
    Shape structure{Shape::Kind::structure, type_name<T>()};
    mp_for_each<members<T>>([&]<class Member>(Member) {
      structure.members.push_back({Member::name, &shape<std::remove_cvref_t<decltype(std::declval<T>().*Member::pointer)>>});
    });
    return structure;
  }
}

template <class T>
const Shape& shape() {
  static const Shape made = make_shape<T>();
  return made;
}

}  // namespace gate
