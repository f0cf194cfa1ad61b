#include "edge/reply.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "edge/fields.h"

namespace edge {
namespace {

constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self'; media-src 'self' blob:; "
    "worker-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types svelte-trusted-html preau-sw";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> standard{{
    {"Content-Security-Policy", content_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
    {"Cache-Control", "no-store"},
}};

constexpr std::array<std::string_view, 8> ours{"content-length", "transfer-encoding",         "connection", "date",
                                               "content-type",   "strict-transport-security", "server",     "upgrade"};

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 416:
      return "Range Not Satisfiable";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "";  // optional, and nobody reads it
  }
}

void add(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  out += value;
  out += "\r\n";
}

bool is_value(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool sets(const Reply& reply, std::string_view name) {
  return std::ranges::any_of(reply.headers, [&](const auto& field) { return same_word(field.first, name); });
}

// "Mon, 14 Sep 2026 06:30:00 GMT", the one form that is not obsolete.
std::string http_date(std::time_t at) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&at, &utc);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[std::size_t(utc.tm_wday)], utc.tm_mday, months[std::size_t(utc.tm_mon)],
                     utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

}  // namespace

bool has_body(const Reply& reply) { return reply.status != 204 && reply.status != 304; }

std::string head_of(const Reply& reply, const Sending& sending) {
  std::string out = fmt::format("HTTP/1.1 {} {}\r\n", reply.status, reason(reply.status));
  out.reserve(1200);
  for (const auto& [name, value] : standard)
    if (!sets(reply, name)) add(out, name, value);
  for (const auto& [name, value] : reply.headers) {
    const bool is_ours = std::ranges::any_of(ours, [&](std::string_view mine) { return same_word(name, mine); });
    if (!is_ours && is_token(name) && is_value(value)) add(out, name, value);
  }
  if (sending.secure) add(out, "Strict-Transport-Security", "max-age=31536000");
  if (has_body(reply)) {
    if (!reply.content_type.empty() && is_value(reply.content_type)) add(out, "Content-Type", reply.content_type);
    add(out, "Content-Length", std::to_string(sending.size.value_or(std::int64_t(reply.body.size()))));
  }
  add(out, "Date", http_date(sending.now));
  if (!sending.keep_alive) add(out, "Connection", "close");
  out += "\r\n";
  return out;
}

Reply error_reply(int status, std::string_view code) {
  return {.status = status, .content_type = "application/json", .body = fmt::format("{{\"error\":\"{}\"}}", code)};
}

Reply reply_to(const Refusal& refusal) {
  Reply reply = error_reply(refusal.status, refusal.code);
  if (refusal.status == method_not_allowed.status) reply.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, DELETE");
  return reply;
}

}  // namespace edge
