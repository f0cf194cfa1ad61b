#pragma once
#include "base/json.h"
#include "gate/pattern.h"

namespace gate {

/// Where a verb's In comes from: members named in the path from the path, the others from the query (GET, DELETE) or the body.
struct Source {
  std::string_view pattern;
  std::vector<std::string> path_values;
  std::vector<std::pair<std::string, std::string>> query;
  const boost::json::object* body = nullptr;  // none for GET and DELETE
};

void refuse_unknown_input(const Source&, std::span<const std::string_view> known, json::Problems&);

template <class In>
void read_input(const Source& source, In& in, json::Problems& problems) {
  boost::mp11::mp_for_each<described::members<In>>([&]<class Member>(Member) {
    auto& member = in.*Member::pointer;
    using M = std::remove_cvref_t<decltype(member)>;
    const json::Path here{nullptr, Member::name};
    if (const int place = place_in(source.pattern, Member::name); place >= 0) {
      if constexpr (described::Scalar<M>) return json::read_text(source.path_values[std::size_t(place)], member, &here, problems);
    }
    if (source.body) {
      if (const auto* found = source.body->if_contains(Member::name)) return json::read(*found, member, &here, problems);
      if constexpr (!described::is_optional<M>) problems.add(&here, "required");
    } else if constexpr (json::textual<M>) {
      bool any = false;
      for (const auto& [name, value] : source.query) {
        if (name != Member::name) continue;
        json::read_text(value, member, &here, problems);
        any = true;
      }
      if constexpr (!described::is_optional<M> && !described::is_vector<M>) {
        if (!any) problems.add(&here, "required");
      }
    } else if constexpr (!described::is_optional<M>) {
      problems.add(&here, "required");
    }
  });
  refuse_unknown_input(source, described::names_of<In>, problems);
}

/// Decodes %41 and, in a query, +; false when it is not what an encoder of ours would write (bad digits, NUL, not UTF-8).
bool percent_decode(std::string_view, bool plus_is_space, std::string& out);
/// "a=1&b=2" as pairs; false as above.
bool parse_query(std::string_view, std::vector<std::pair<std::string, std::string>>& out);

}  // namespace gate
