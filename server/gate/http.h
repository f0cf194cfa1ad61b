#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gate/file.h"
#include "gate/live.h"

namespace gate {

enum class Method { GET, HEAD, POST, PUT, DELETE };

/// One HTTP request, read whole by the street and checked for its framing.
struct Request {
  Method method = Method::GET;  // never HEAD for a handler: it sees GET, and the street leaves the body out
  std::string path;             // raw, from "/" to "?", never decoded here
  std::string query;            // raw, after "?"
  std::string host;             // the Host header, lower case, with its port
  bool secure = false;          // TLS, as told by a configured proxy, or false
  std::string peer;             // the client's address: the socket's, or X-Forwarded-For's from a configured proxy
  std::string cookie;           // several Cookie lines joined by "; "
  std::string origin;
  std::string sec_fetch_site;
  std::string content_type;
  std::string idempotency_key;
  std::string accept_language;
  std::string accept_encoding;
  std::string user_agent;
  std::string if_none_match;
  std::string body;
};

struct Reply {
  int status = 200;
  std::string content_type;  // empty with an empty body
  /// Beside those that the street always sets (edge/reply.h). One of the same name replaces the street's: Cache-Control,
  /// Content-Security-Policy…; those of the frame (Content-Length, Connection, Date…) are the street's alone.
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::optional<File> file = {};  // instead of a body
  std::optional<Live> live = {};  // to whoever asked for a socket; to anybody else the street answers 426
  int statements = 0;             // how many its transaction ran; told to tests, never sent
};

/// Answers exactly once, from any thread: what comes after the first is dropped. When the last copy goes unused, or the
/// handler throws, the street answers 500 itself.
using Done = std::function<void(Reply)>;
using Handler = std::function<void(Request, Done)>;

}  // namespace gate
