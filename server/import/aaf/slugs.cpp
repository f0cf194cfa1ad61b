#include "import/aaf/slugs.h"

#include "base/text.h"
#include "import/aaf/queries.gen.h"

namespace aaf {

namespace {

std::string free_slug(Tx& tx, const FreshSchool& school) {
  std::string name = text::slug(school.name);
  if (name.empty()) name = "ecole";
  if (!q::slug_taken(tx, name)) return name;
  std::string with_commune = text::slug(school.name + " " + school.commune);
  if (!with_commune.empty() && !q::slug_taken(tx, with_commune)) return with_commune;
  for (int number = 2;; ++number) {
    std::string numbered = (with_commune.empty() ? name : with_commune) + "-" + std::to_string(number);
    if (!q::slug_taken(tx, numbered)) return numbered;
  }
}

}  // namespace

void give_slugs(Tx& tx) {
  schools_table.index(tx, "slug");
  std::int64_t after = 0;
  for (;;) {
    const auto schools = q::fresh_schools(tx, after, 200);
    if (schools.empty()) return;
    for (const FreshSchool& school : schools) q::give_slug(tx, free_slug(tx, school), school.school);
    after = schools.back().number;
  }
}

}  // namespace aaf
