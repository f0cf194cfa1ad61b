#include <algorithm>

#include "base/text.h"
#include "import/aaf/build.h"

namespace aaf {
namespace {

void add_once(auto& list, auto value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

/// The labels of a post that make a head, whatever else the feed says.
bool is_post_of_head(const std::string& label) {
  constexpr std::string_view posts[] = {"direction", "directionchefdetablissement", "directionadjointauchefetablissement",
                                        "chefdetablissementadjoint"};
  return std::ranges::find(posts, text::fold(label)) != std::end(posts);
}

/// "900001$ENS$ENSEIGNEMENT$G0000$ENSEIGNEMENT DU PREMIER DEGRE"; "-" as a code says "no function".
void read_functions(const Object& object, StaffRecord& staff, Building& building) {
  for (const std::string& value : object.all("ENTPersonFonctions")) {
    std::vector<std::string> fields = fields_of(value);
    if (fields.size() < 3 || !is_key(fields[0])) {
      building.doubt(object, "aaf.function_malformed");
      continue;
    }
    add_once(staff.schools, fields[0]);
    if (fields[1].empty() || fields[1] == "-") continue;
    add_once(staff.functions, StaffFunction{fields[0], fields[1]});
    if (fields.size() > 4 && is_post_of_head(fields[4])) add_once(staff.heads, fields[0]);
  }
}

/// The flag when there is one; else the code of a function, and never the letters of its label ("SURVEILLANCE ENSEIGNEMENT").
bool is_teacher(const Object& object, const StaffRecord& staff) {
  std::string_view flag = object.first("ENTPersonCategorieEnseignant");
  if (!flag.empty()) return flag == "O";
  return std::ranges::any_of(staff.functions, [](const StaffFunction& f) { return f.code == "ENS" || f.code == "DOC"; });
}

}  // namespace

Result<StaffRecord> staff_of(const Object& object, Building& building) {
  StaffRecord staff;
  staff.key = TRY(key_of(object));
  Naming naming = TRY(naming_of(object));
  staff.first_name = std::move(naming.first_name);
  staff.last_name = std::move(naming.last_name);
  staff.civility = naming.civility;
  staff.schools = keys_of(object, "ENTPersonStructRattach", building);
  staff.heads = keys_of(object, "ENTEnsFonctionDir", building);
  read_functions(object, staff, building);
  for (const std::string& school : staff.heads) add_once(staff.schools, school);
  staff.teacher = is_teacher(object, staff);
  return staff;
}

}  // namespace aaf
