#pragma once
#include "gate/http.h"

namespace gate {

inline constexpr std::string_view session_cookie = "__Host-preau";
inline constexpr std::string_view device_cookie = "__Host-preau-device";
inline constexpr std::string_view form_cookie = "__Host-preau-form";

/// True when the browser says that a page of ours sent this: its Origin is the host that was asked, and Sec-Fetch-Site, when
/// there is one, is same-origin. A request without Origin is refused: every browser we serve sends it with a write.
bool from_same_origin(const Request&);
/// True where a `__Host-` `Secure` cookie can be kept: TLS, or this very machine.
bool cookies_can_live(const Request&);
/// The value of one cookie of a request, empty when it has none.
std::string_view cookie_named(const Request&, std::string_view name);
/// Set-Cookie with the attributes of rule 14; `seconds` 0 makes a session cookie, below 0 removes it.
std::string set_cookie(std::string_view name, std::string_view value, long seconds);

}  // namespace gate
