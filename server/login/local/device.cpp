#include "login/local/device.h"

#include <array>
#include <utility>

namespace login::local {

namespace {

using Sign = std::pair<std::string_view, std::string_view>;  // what the browser writes, what people call it

// In this order: most browsers also claim to be those that come after them here.
constexpr std::array<Sign, 8> browsers{{
    {"Edg", "Edge"},
    {"OPR/", "Opera"},
    {"SamsungBrowser", "Samsung Internet"},
    {"FxiOS", "Firefox"},
    {"Firefox/", "Firefox"},
    {"CriOS", "Chrome"},
    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"},
}};
constexpr std::array<Sign, 7> systems{{
    {"Android", "Android"},
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"CrOS", "Chromebook"},
    {"Windows", "Windows"},
    {"Macintosh", "Mac"},
    {"Linux", "Linux"},
}};

template <std::size_t N>
std::string_view first_in(std::string_view user_agent, const std::array<Sign, N>& signs) {
  for (const auto& [sign, name] : signs) {
    if (user_agent.find(sign) != user_agent.npos) return name;
  }
  return {};
}

}  // namespace

std::string device_named(std::string_view user_agent) {
  const auto browser = first_in(user_agent, browsers);
  const auto system = first_in(user_agent, systems);
  if (browser.empty()) return "Navigateur";
  if (system.empty()) return std::string(browser);
  return std::string(browser) + " sur " + std::string(system);
}

}  // namespace login::local
