#include "store/query.h"

#include "store/fault.h"

namespace store {

std::size_t places_for(const Query& query, std::size_t count) {
  for (const std::size_t places : {1u, 8u, 64u, 512u}) {
    if (count <= places) return places;
  }
  throw Fault(Cause::misuse, std::string(query.name) + ": a list of " + std::to_string(count) + " ids");
}

namespace {
const Uuid nobody{};

void write_out(std::vector<Param>& params, const Param& list, std::size_t places) {
  const auto* ids = static_cast<const Uuid*>(list.at);
  for (std::size_t i = 0; i < places; ++i) {
    params.push_back(param(list.size == 0 ? nobody : ids[std::min(i, list.size - 1)]));
  }
}
}  // namespace

Spelled spell(const Query& query, std::span<const Param> in) {
  Spelled out;
  std::vector<std::size_t> first(in.size());  // the number of each parameter's first place
  std::vector<std::size_t> places(in.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    first[i] = out.params.size() + 1;
    if (in[i].type == Param::Type::ids) {
      places[i] = places_for(query, in[i].size);
      write_out(out.params, in[i], places[i]);
    } else {
      places[i] = 1;
      out.params.push_back(in[i]);
    }
  }
  std::string_view rest = query.sql;
  for (auto at = rest.find('$'); at != rest.npos; at = rest.find('$')) {
    out.sql += rest.substr(0, at);
    rest.remove_prefix(at + 1);
    std::size_t number = 0;
    while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') {
      number = number * 10 + std::size_t(rest[0] - '0');
      rest.remove_prefix(1);
    }
    const std::size_t i = number - 1;
    if (!rest.empty() && rest[0] == '*') rest.remove_prefix(1);
    for (std::size_t place = 0; place < places.at(i); ++place) {
      out.sql += (place ? ", $" : "$") + std::to_string(first[i] + place);
    }
  }
  out.sql += rest;
  return out;
}

}  // namespace store
