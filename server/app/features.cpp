#include "app/features.h"

#include "attendance/attendance.h"
#include "drafts/drafts.h"
#include "features/homework/homework.h"
#include "features/liaison/liaison.h"
#include "features/portal/portal.h"
#include "features/settings/settings.h"
#include "gate/own_plug.h"
#include "gate/personal_data.h"
#include "notices/notices.h"
#include "people/personal_data.h"
#include "store/personal_data.h"
#include "uploads/uploads.h"

namespace app {

std::vector<gate::Plug> features(const std::string& origin, const uploads::Settings& upload_settings) {
  std::vector<gate::Plug> plugs;
  plugs.push_back(gate::own_plug());
  plugs.push_back(notices::plug());
  plugs.push_back(attendance::plug());
  plugs.push_back(uploads::plug(upload_settings));
  plugs.push_back(drafts::plug());
  plugs.push_back(portal::plug());
  plugs.push_back(liaison::plug());
  plugs.push_back(homework::plug());
  plugs.push_back(settings::plug(origin));
  return plugs;
}

std::vector<PersonalData> personal_data(const std::vector<gate::Plug>& plugs) {
  std::vector<PersonalData> all = store::personal_data();
  const auto add = [&all](const std::vector<PersonalData>& more) { all.insert(all.end(), more.begin(), more.end()); };
  add(people::personal_data());
  add(gate::personal_data());
  for (const gate::Plug& plug : plugs) add(plug.personal_data);
  return all;
}

std::multimap<std::string, std::string> listeners() {
  return {{"people.custody_changed", "gate.custody_changed"},
          {"people.custody_changed", "notices.custody_changed"},
          {"people.hours_changed", "notices.hours_changed"},
          {"people.hours_changed", "homework.hours_changed"}};
}

}  // namespace app
