#pragma once
#include <string>
#include <vector>

#include "app/house.h"

/// The demonstration town. Its people are invented; its database is marked, and only a marked one may run on the demo's clock.
namespace app::demo {

/// The audit line that marks a demo's database.
inline constexpr std::string_view mark = "app.demo_loaded";

/// One way into the demo, as it is printed.
struct SignInLine {
  std::string who;  // "Parent de deux enfants, dans deux écoles"
  std::string name;
  std::string login;
};

/// Marks an empty database as a demo's.
/// Errors: conflict — app.not_empty (there are schools already)
Result<> mark_demo(store::Database&);

/// The demo shows the morning of this moment unless the settings name another one.
inline constexpr std::string_view usual_moment = "2026-09-14T08:30";
/// Of the randomness of a house that loads the demo.
inline constexpr std::uint64_t seed = 20260902;

/// Marks, imports `folder` (made by tools/aaf_export.py --demo), gives each class its teacher, opens accounts of every profile, and lets
/// both schools live from the eve of the first day of school to the moment `clock` stands at, as folder/story tells it: everything through
/// the API. `clock` is the one the house was opened with; it stands at the same moment afterwards.
/// Does nothing on a database it already filled; returns the sign-ins either way.
/// Errors: conflict — app.not_empty; those of aaf::run
Result<std::vector<SignInLine>> load(House&, FixedClock& clock, const std::string& folder);

/// Of every adult's account of the demo, and of its pupils'. Invented people only.
inline constexpr std::string_view password = "trois pommes vertes";
inline constexpr std::string_view three_words = "tortue nuage violon";

}  // namespace app::demo
