#include "login/local/way_back.h"

#include <fmt/format.h>

#include <algorithm>

namespace login::local {

namespace {

constexpr std::string_view pages = "/c/";

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/?=&%+").find(c) != std::string_view::npos;
}

std::string page_of(const gate::Place& place) { return fmt::format("{}{}/", pages, place.slug); }

}  // namespace

std::string page_wanted(std::string_view asked) {
  if (!asked.starts_with(pages) || asked.size() > 500 || !std::all_of(asked.begin(), asked.end(), is_plain)) return {};
  const auto path = asked.substr(0, asked.find('?'));
  // what a browser would take for another folder, or for another host
  for (const std::string_view odd : {"//", "..", "%2", "%5"}) {
    if (path.find(odd) != path.npos) return {};
  }
  return std::string(asked);
}

std::string way_in(const std::vector<gate::Place>& places, std::string_view page_wanted, bool by_parents_door) {
  for (const gate::Place& place : places) {
    if (page_wanted.starts_with(page_of(place))) return std::string(page_wanted);
  }
  const auto chosen = std::find_if(places.begin(), places.end(),
                                   [&](const gate::Place& place) { return (place.profile == Profile::guardian) == by_parents_door; });
  return page_of(chosen == places.end() ? places.front() : *chosen);
}

std::string in_address(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const bool plain = is_plain(c) && std::string_view("?=&%+").find(c) == std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace login::local
