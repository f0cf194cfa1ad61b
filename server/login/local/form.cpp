#include "login/local/form.h"

#include <algorithm>

#include "base/text.h"
#include "gate/input.h"
#include "gate/same_origin.h"

namespace login::local {

namespace {

constexpr std::size_t cookie_length = 22;  // 16 bytes in base64url

std::string hidden_for(std::string_view cookie, const crypto::KeyFile& keys) {
  return crypto::base64url(crypto::hmac_sha256(*keys.derive(keys.newest(), "form"), cookie));
}

bool is_form_type(std::string_view content_type) {
  return text::fold(content_type.substr(0, content_type.find(';'))) == text::fold("application/x-www-form-urlencoded");
}

}  // namespace

std::optional<Fields> Fields::posted(const gate::Request& request) {
  Fields fields;
  if (!is_form_type(request.content_type) || !gate::parse_query(request.body, fields.pairs_)) return {};
  return fields;
}

Fields Fields::asked(const gate::Request& request) {
  Fields fields;
  if (!gate::parse_query(request.query, fields.pairs_)) fields.pairs_.clear();
  return fields;
}

std::string_view Fields::operator[](std::string_view name) const {
  const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == name; });
  return found == pairs_.end() ? std::string_view() : std::string_view(found->second);
}

bool Fields::has(std::string_view name) const {
  return std::any_of(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == name; });
}

FormMark form_mark(const gate::Request& request, const store::World& world) {
  FormMark mark;
  mark.cookie = gate::cookie_named(request, gate::form_cookie);
  if (mark.cookie.size() != cookie_length) {
    std::array<unsigned char, 16> chance{};
    world.random->fill(chance);
    mark.cookie = crypto::base64url(chance);
    mark.fresh = true;
  }
  mark.hidden = hidden_for(mark.cookie, *world.keys);
  return mark;
}

bool came_from_our_form(const gate::Request& request, const Fields& fields, const store::World& world) {
  const auto cookie = gate::cookie_named(request, gate::form_cookie);
  if (!gate::from_same_origin(request) || cookie.size() != cookie_length) return false;
  const std::string expected = hidden_for(cookie, *world.keys);
  const std::string given(fields["form"]);
  const auto bytes = [](const std::string& text) { return std::span(reinterpret_cast<const unsigned char*>(text.data()), text.size()); };
  return given.size() == expected.size() && crypto::same(bytes(given), bytes(expected));
}

}  // namespace login::local
