#include "gate/same_origin.h"

#include <fmt/format.h>

namespace gate {

namespace {
bool is_this_machine(std::string_view host) {
  const std::string_view name = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}
}  // namespace

bool from_same_origin(const Request& request) {
  if (!request.sec_fetch_site.empty() && request.sec_fetch_site != "same-origin") return false;
  return request.origin == (request.secure ? "https://" : "http://") + request.host;
}

bool cookies_can_live(const Request& request) { return request.secure || is_this_machine(request.host); }

std::string_view cookie_named(const Request& request, std::string_view name) {
  std::string_view header = request.cookie;
  while (!header.empty()) {
    auto one = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(header.size(), one.size() + 1));
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=') return one.substr(name.size() + 1);
  }
  return {};
}

std::string set_cookie(std::string_view name, std::string_view value, long seconds) {
  std::string cookie = fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Lax", name, value);
  if (seconds > 0) cookie += fmt::format("; Max-Age={}", seconds);
  if (seconds < 0) cookie += "; Max-Age=0";
  return cookie;
}

}  // namespace gate
