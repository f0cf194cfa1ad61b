#pragma once
#include <ctime>
#include <optional>
#include <string>

#include "edge/head.h"
#include "edge/http.h"

namespace edge {

/// What a reply's head needs to know beside the reply.
struct Sending {
  bool keep_alive = true;
  bool secure = false;                    // adds Strict-Transport-Security
  std::time_t now = 0;                    // seconds since 1970, for Date
  std::optional<std::int64_t> size = {};  // of a body that is not in the reply; bytes
};

/// Status line and fields, with their empty line: the standard fields of every reply, each replaced by the reply's own of the
/// same name if it has one; then length, date and connection, which a reply cannot set. A field that holds a line break or
/// has no proper name is left out.
/// Source: rules 25, 26 and 31 of docs/sources.md#security
std::string head_of(const Reply&, const Sending&);

/// True when the status has a body at all (neither 204 nor 304).
bool has_body(const Reply&);

Reply reply_to(const Refusal&);

/// {"error": code}, as every refusal of the program.
Reply error_reply(int status, std::string_view code);

}  // namespace edge
