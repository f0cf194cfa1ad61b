#include "import/aaf/build.h"

#include <algorithm>

namespace aaf {

void Building::doubt(const Object& object, std::string code) const {
  warn(Warning{{}, object.line, object.kind, is_key(object.id) ? object.id : "", std::move(code), ""});
}

std::vector<std::string> keys_of(const Object& object, std::string_view attribute, Building& building) {
  std::vector<std::string> keys;
  for (const std::string& value : object.all(attribute)) {
    if (!is_key(value)) {
      building.doubt(object, "aaf.link_malformed");
    } else if (std::ranges::find(keys, value) == keys.end()) {
      keys.push_back(value);
    }
  }
  return keys;
}

Result<GuardianRecord> guardian_of(const Object& object, Building&) {
  std::string key = TRY(key_of(object));
  Naming naming = TRY(naming_of(object));
  return GuardianRecord{std::move(key), std::move(naming.first_name), std::move(naming.last_name), naming.civility};
}

}  // namespace aaf
