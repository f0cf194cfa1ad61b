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

/// Marks, imports `folder` (made by tools/aaf_export.py --demo), gives each class its teacher, and opens accounts of every profile.
/// Does nothing on a database it already filled; returns the sign-ins either way.
/// Errors: conflict — app.not_empty; those of aaf::run
Result<std::vector<SignInLine>> load(House&, const std::string& folder);

/// Of every account of the demo. Invented people only.
inline constexpr std::string_view password = "trois pommes vertes";

}  // namespace app::demo
