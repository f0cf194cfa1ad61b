#pragma once
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "edge/http.h"

namespace edge {

/// Why a request goes no further: one answer, then the connection is closed.
struct Refusal {
  int status;
  const char* code;
};

inline constexpr Refusal bad_request{400, "edge.bad_request"};
inline constexpr Refusal too_slow{408, "edge.too_slow"};
inline constexpr Refusal too_large{413, "edge.too_large"};
inline constexpr Refusal other_origin{403, "gate.other_origin"};
inline constexpr Refusal bad_expectation{417, "edge.bad_expectation"};
inline constexpr Refusal head_too_large{431, "edge.head_too_large"};
inline constexpr Refusal method_not_allowed{405, "edge.method"};
inline constexpr Refusal method_unknown{501, "edge.method"};
inline constexpr Refusal version_unknown{505, "edge.version"};

/// Where the head of a request ends, looked for as its bytes arrive, so that what can never be right is refused at once.
struct Scan {
  enum State { more, whole, broken } state;
  std::size_t bytes;  // of the head with its empty line when whole, else already looked at
};

/// `from`: how many bytes an earlier scan has looked at.
/// Broken: a control character other than tab, a CR or LF alone, an empty first line.
Scan scan_head(std::string_view bytes, std::size_t from);

/// A head in which there is one way to read the frame, and what it says.
struct Head {
  Request request;  // without peer, secure and body
  std::string forwarded_for;
  std::string forwarded_proto;
  std::optional<std::uint64_t> content_length;
  bool chunked = false;
  bool head_only = false;  // HEAD: the request says GET, the reply goes without its body
  bool keep_alive = true;
  bool expects_continue = false;
  std::string range;
  std::string if_range;
  std::string websocket_key;  // of a request that asks to become a WebSocket; such a request goes nowhere else
};

/// Reads a whole head, as `scan_head` delimits it. Beast reads the same bytes afterwards and frames the body: a request goes
/// on only if both agree, and where Beast accepts several spellings this accepts one.
/// Refuses: two lengths or encodings, an encoding other than `chunked`, folded or nameless fields, a space before the colon,
/// no or two Host, a repeated field that we read (Cookie and X-Forwarded-For are joined instead), an absolute target, a GET
/// with a body, HTTP/1.0 with keep-alive, any upgrade but a GET to a WebSocket of version 13.
/// Source: RFC 9112, sections 3, 5, 6, 9 and 11.2; RFC 6455, section 4.2.1
std::expected<Head, Refusal> read_head(std::string_view head, std::size_t most_fields);

}  // namespace edge
