#include "login/local/passer_by_test.h"

#include "gate/http.h"
#include "login/local/way_back.h"

namespace login::local {

gate::Reply PasserBy::get(const std::string& address) {
  gate::Request request;
  request.path = address.substr(0, address.find('?'));
  if (request.path.size() < address.size()) request.query = address.substr(request.path.size() + 1);
  return send(std::move(request));
}

gate::Reply PasserBy::post(const std::string& address, std::map<std::string, std::string> fields) {
  gate::Request request;
  request.method = gate::Method::POST;
  request.path = address;
  request.origin = origin;
  request.content_type = "application/x-www-form-urlencoded";
  fields.try_emplace("form", mark_);
  for (const auto& [name, value] : fields) request.body += (request.body.empty() ? "" : "&") + name + "=" + in_address(value);
  return send(std::move(request));
}

gate::Reply PasserBy::fill(const std::string& address, std::map<std::string, std::string> fields) {
  get(address);
  return post(address, std::move(fields));
}

std::string PasserBy::header(const gate::Reply& reply, std::string_view name) {
  for (const auto& [known, value] : reply.headers) {
    if (known == name) return value;
  }
  return {};
}

gate::Reply PasserBy::send(gate::Request request) {
  request.host = host_;
  request.peer = peer;
  request.user_agent = user_agent;
  for (const auto& [name, value] : cookies) request.cookie += (request.cookie.empty() ? "" : "; ") + name + "=" + value;
  std::optional<gate::Reply> got;
  local_.answer(std::move(request), [&](gate::Reply reply) { got = std::move(reply); });
  set_cookies.clear();
  for (const auto& [name, line] : got->headers) {
    if (name != "Set-Cookie") continue;
    const std::string cookie = line.substr(0, line.find('='));
    const std::string value = line.substr(cookie.size() + 1, line.find(';') - cookie.size() - 1);
    set_cookies[cookie] = line;
    if (value.empty()) {
      cookies.erase(cookie);
    } else {
      cookies[cookie] = value;
    }
  }
  constexpr std::string_view before = R"(name="form" value=")";
  if (const auto at = got->body.find(before); at != std::string::npos) mark_ = got->body.substr(at + before.size(), 43);
  return std::move(*got);
}

}  // namespace login::local
