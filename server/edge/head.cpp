#include "edge/head.h"

#include <algorithm>

#include "base/result.h"
#include "edge/fields.h"

namespace edge {
namespace {

struct Line {
  std::string_view method;
  std::string_view target;
  bool http_1_0;
};

// One spelling: two single spaces, upper-case name of the protocol, one digit each side of the dot.
std::expected<Line, Refusal> read_line(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return std::unexpected(bad_request);
  const std::string_view version = line.substr(last + 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' || !is_digit(version[7]))
    return std::unexpected(bad_request);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return std::unexpected(version_unknown);
  return Line{line.substr(0, first), line.substr(first + 1, last - first - 1), version == "HTTP/1.0"};
}

std::expected<Method, Refusal> read_method(std::string_view text) {
  if (text == "GET") return Method::GET;
  if (text == "HEAD") return Method::HEAD;
  if (text == "POST") return Method::POST;
  if (text == "PUT") return Method::PUT;
  if (text == "DELETE") return Method::DELETE;
  if (!is_token(text)) return std::unexpected(bad_request);
  for (const std::string_view known : {"OPTIONS", "PATCH", "TRACE", "CONNECT"})
    if (text == known) return std::unexpected(method_not_allowed);
  return std::unexpected(method_unknown);
}

// From "/", visible ASCII. A fragment never travels; quotes, brackets and backslashes only in attempts.
bool is_target(std::string_view text) {
  return text.starts_with('/') && std::ranges::all_of(text, [](char c) {
           return c > 0x20 && c < 0x7f && std::string_view("#\\\"<>").find(c) == std::string_view::npos;
         });
}

bool is_host(std::string_view text) {
  std::string_view name = text;
  const auto colon = text.rfind(':');
  if (colon != std::string_view::npos && text.back() != ']') {
    const std::string_view port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; })) return false;
    name = text.substr(0, colon);
  }
  const bool address = name.starts_with('[') && name.ends_with(']') && name.size() > 2;
  if (address) name = name.substr(1, name.size() - 2);
  return !name.empty() && name.size() <= 253 && std::ranges::all_of(name, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || (address ? c == ':' : c == '-' || c == '_');
  });
}

// Digits without sign, list or leading zero: what every reader on the way takes for the same number.
std::expected<std::uint64_t, Refusal> read_length(std::string_view text) {
  if (text.empty() || (text[0] == '0' && text.size() > 1)) return std::unexpected(bad_request);
  std::uint64_t length = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::unexpected(bad_request);
    length = length * 10 + std::uint64_t(c - '0');
    // Too long to be a number of bytes anybody sends: refused before it overflows.
    if (length > std::uint64_t{1} << 53) return std::unexpected(too_large);
  }
  return length;
}

std::expected<void, Refusal> read_frame(Fields& fields, bool http_1_0, Head& head) {
  const auto length = fields.one("content-length");
  const auto encoding = fields.one("transfer-encoding");
  if (length && encoding) return std::unexpected(bad_request);
  if (length) head.content_length = TRY(read_length(*length));
  if (encoding && (http_1_0 || !same_word(*encoding, "chunked") || fields.has("trailer"))) return std::unexpected(bad_request);
  head.chunked = encoding.has_value();
  const bool has_body = head.chunked || head.content_length.value_or(0) > 0;
  if (has_body && (head.request.method == Method::GET || head.head_only)) return std::unexpected(bad_request);

  const auto expect = fields.one("expect");
  if (expect && (http_1_0 || !same_word(*expect, "100-continue"))) return std::unexpected(bad_expectation);
  head.expects_continue = expect && has_body;
  return {};
}

bool is_websocket_key(std::string_view key) {
  // 16 bytes in base64: 22 signs and two of padding
  return key.size() == 24 && key.ends_with("==") && std::ranges::all_of(key.substr(0, 22), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
         });
}

// The one upgrade we know. Whatever else it offers (extensions, subprotocols) is not taken up.
std::expected<void, Refusal> read_upgrade(Fields& fields, bool http_1_0, Head& head) {
  if (fields.has("http2-settings")) return std::unexpected(bad_request);
  const auto upgrade = fields.one("upgrade");
  const auto key = fields.one("sec-websocket-key");
  const auto version = fields.one("sec-websocket-version");
  if (!upgrade && !key && !version) return {};
  if (!upgrade || !key || !version || http_1_0 || head.request.method != Method::GET || head.head_only) return std::unexpected(bad_request);
  if (!same_word(*upgrade, "websocket") || *version != "13" || !is_websocket_key(*key)) return std::unexpected(bad_request);
  head.websocket_key = *key;
  return {};
}

std::expected<void, Refusal> read_connection(const Fields& fields, bool http_1_0, Head& head) {
  head.keep_alive = !http_1_0;
  bool upgrades = false;
  std::string all = fields.joined("connection", ",");
  for (std::string_view rest = all; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    const std::string_view option = without_spaces(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    if (same_word(option, "close")) {
      head.keep_alive = false;
    } else if (same_word(option, "upgrade") && !head.websocket_key.empty()) {
      upgrades = true;
    } else if (!same_word(option, "te") && (http_1_0 || !same_word(option, "keep-alive"))) {
      return std::unexpected(bad_request);  // to drop a field on the way is how one is hidden from the next reader
    }
  }
  if (upgrades == head.websocket_key.empty()) return std::unexpected(bad_request);
  return {};
}

}  // namespace

Scan scan_head(std::string_view bytes, std::size_t from) {
  for (std::size_t i = from; i < bytes.size(); ++i) {
    const char c = bytes[i];
    const bool after_cr = i > 0 && bytes[i - 1] == '\r';
    if ((c == '\n') != after_cr) return {Scan::broken, i};
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (control && c != '\t' && c != '\r' && c != '\n') return {Scan::broken, i};
    if (c != '\n') continue;
    if (i == 1) return {Scan::broken, i};
    if (bytes[i - 2] == '\n') return {Scan::whole, i + 1};
  }
  return {Scan::more, bytes.size()};
}

std::expected<Head, Refusal> read_head(std::string_view bytes, std::size_t most_fields) {
  const auto first_end = bytes.find("\r\n");
  if (first_end == std::string_view::npos || !bytes.ends_with("\r\n\r\n")) return std::unexpected(bad_request);
  const Line line = TRY(read_line(bytes.substr(0, first_end)));
  Head head;
  head.request.method = TRY(read_method(line.method));
  head.head_only = head.request.method == Method::HEAD;
  if (head.head_only) head.request.method = Method::GET;
  if (!is_target(line.target)) return std::unexpected(bad_request);
  const auto question = std::min(line.target.find('?'), line.target.size());
  head.request.path = line.target.substr(0, question);
  if (question < line.target.size()) head.request.query = line.target.substr(question + 1);

  Fields fields = TRY(Fields::read(bytes.substr(first_end + 2, bytes.size() - first_end - 4), most_fields));
  TRY(read_frame(fields, line.http_1_0, head));
  TRY(read_upgrade(fields, line.http_1_0, head));
  TRY(read_connection(fields, line.http_1_0, head));
  Request& request = head.request;
  request.host = lower(fields.text("host"));
  request.origin = fields.text("origin");
  request.sec_fetch_site = fields.text("sec-fetch-site");
  request.content_type = fields.text("content-type");
  request.idempotency_key = fields.text("idempotency-key");
  request.accept_language = fields.text("accept-language");
  request.accept_encoding = fields.text("accept-encoding");
  request.user_agent = fields.text("user-agent");
  request.if_none_match = fields.text("if-none-match");
  head.range = fields.text("range");
  head.if_range = fields.text("if-range");
  head.forwarded_proto = fields.text("x-forwarded-proto");
  if (fields.repeated() || !is_host(request.host)) return std::unexpected(bad_request);
  // One cookie a line comes from HTTP/2 in front, one address a line from proxies that add instead of editing.
  request.cookie = fields.joined("cookie", "; ");
  head.forwarded_for = fields.joined("x-forwarded-for", ", ");
  return head;
}

}  // namespace edge
