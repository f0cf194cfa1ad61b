#pragma once
#include "base/json.h"
#include "gate/bytes.h"
#include "gate/pattern.h"

namespace gate {

/// Where a verb's In comes from: members named in the path from the path, the others from the query (GET, DELETE) or the body.
struct Source {
  std::string_view pattern;
  std::vector<std::string> path_values;
  std::vector<std::pair<std::string, std::string>> query;
  const boost::json::object* body = nullptr;  // none for GET, DELETE and a route that takes bytes
  std::string_view bytes = {};                // of a route that takes them
};

void refuse_unknown_input(const Source&, std::span<const std::string_view> known, json::Problems&);

template <class M>
void read_member(const Source& source, const json::Path& here, M& member, json::Problems& problems) {
  if (const int place = place_in(source.pattern, here.name); place >= 0) {
    if constexpr (described::Scalar<M>) return json::read_text(source.path_values[std::size_t(place)], member, &here, problems);
  }
  if (source.body) {
    if (const auto* found = source.body->if_contains(here.name)) return json::read(*found, member, &here, problems);
    if constexpr (!described::is_optional<M>) problems.add(&here, "required");
  } else if constexpr (json::textual<M>) {
    bool any = false;
    for (const auto& [name, value] : source.query) {
      if (name != here.name) continue;
      json::read_text(value, member, &here, problems);
      any = true;
    }
    if constexpr (!described::is_optional<M> && !described::is_vector<M>) {
      if (!any) problems.add(&here, "required");
    }
  } else if constexpr (!described::is_optional<M>) {
    problems.add(&here, "required");
  }
}

template <class In>
void read_input(const Source& source, In& in, json::Problems& problems) {
  boost::mp11::mp_for_each<described::members<In>>([&]<class Member>(Member) {
    auto& member = in.*Member::pointer;
    const json::Path here{nullptr, Member::name};
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, Bytes>) {
      member.content = source.bytes;
      for (const auto& [name, value] : source.query) {
        if (name == Member::name) problems.add(&here, "unknown");  // it is the body, and nothing else
      }
    } else {
      read_member(source, here, member, problems);
    }
  });
  refuse_unknown_input(source, described::names_of<In>, problems);
}

template <class In>
inline constexpr bool takes_bytes = [] {
  bool any = false;
  boost::mp11::mp_for_each<described::members<In>>([&]<class Member>(Member) {
    any = any || std::is_same_v<std::remove_cvref_t<decltype(std::declval<In&>().*Member::pointer)>, Bytes>;
  });
  return any;
}();

/// Decodes %41 and, in a query, +; false when it is not what an encoder of ours would write (bad digits, NUL, not UTF-8).
bool percent_decode(std::string_view, bool plus_is_space, std::string& out);
/// "a=1&b=2" as pairs; false as above.
bool parse_query(std::string_view, std::vector<std::pair<std::string, std::string>>& out);

}  // namespace gate
