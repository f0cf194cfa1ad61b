#pragma once
#include <string>
#include <string_view>

namespace login::local {

/// "Firefox sur Android", for the page where one ends one's sessions: words to recognise a device by, never a fingerprint.
/// "Navigateur" when the browser does not say.
std::string device_named(std::string_view user_agent);

}  // namespace login::local
