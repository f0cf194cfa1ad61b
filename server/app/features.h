#pragma once
#include <string>
#include <vector>

#include "gate/plug.h"
#include "uploads/settings.h"

namespace app {

/// What this program contains. An explicit list: nothing registers itself.
/// `origin`: the address that sheets print ("https://preau.exemple.fr").
std::vector<gate::Plug> features(const std::string& origin, const uploads::Settings& = {});

/// Every declaration of personal data, of every table.
std::vector<PersonalData> personal_data(const std::vector<gate::Plug>&);

/// What happens below, and the jobs of those who must hear of it (store/events.h).
std::multimap<std::string, std::string> listeners();

}  // namespace app
