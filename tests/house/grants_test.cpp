#include <catch2/catch.hpp>

#include <algorithm>

#include "gate/context.h"
#include "house/table.h"
#include "house/world.h"

using namespace house;

// The table must be able to notice: a grant that is taken away fails the cell that succeeds by it, one that is given fails the cell that
// is refused for want of it.

namespace {

constexpr Profile alive[] = {Profile::guardian,   Profile::teacher,      Profile::head,
                             Profile::substitute, Profile::school_admin, Profile::pupil_c2};

struct Seen {
  bool succeeds = false;
  bool refused = false;
};

std::string route_of(const gate::Gate::Listed& one) {
  static constexpr const char* names[] = {"GET", "HEAD", "POST", "PUT", "DELETE"};
  return fmt::format("{} /c/{{context}}{}", names[int(one.route->method)], one.route->pattern);
}

std::map<std::pair<std::string, Profile>, Seen> seen_in(const std::vector<Cell>& cells) {
  std::map<std::pair<std::string, Profile>, Seen> all;
  for (const Cell& cell : cells) {
    if (cell.context == "-") continue;
    Seen& seen = all[{cell.method + " " + cell.route, gate::context_of(cell.context).profile}];
    seen.succeeds |= cell.succeeds();
    seen.refused |= cell.status == 403 && cell.relation == "not_for_profile";
  }
  return all;
}

}  // namespace

TEST_CASE("house: each grant of each route has a cell that succeeds by it, and each profile without grant one that is refused") {
  World w;
  auto seen = seen_in(read_table());
  std::string missing;
  for (const auto& one : w.gate().listed()) {
    if (!one.in_context) continue;
    const std::string route = route_of(one);
    for (const Profile profile : alive) {
      const Seen& cells = seen[{route, profile}];
      const bool granted = one.route->right->find(profile) != nullptr;
      if (granted ? cells.succeeds : cells.refused) continue;
      missing += fmt::format("\n{} {}: {}", granted ? "nobody succeeds" : "nobody is refused", described::name_of(profile), route);
    }
  }
  INFO(missing);
  CHECK(missing.empty());
}

TEST_CASE("house: a pupil of cycle 3 may what one of cycle 2 may, and as far") {
  World w;
  for (const auto& one : w.gate().listed()) {
    INFO(one.route->pattern);
    const Grant* younger = one.route->right->find(Profile::pupil_c2);
    const Grant* older = one.route->right->find(Profile::pupil_c3);
    CHECK((younger != nullptr) == (older != nullptr));
    if (younger && older) CHECK(younger->reach == older->reach);
  }
}
