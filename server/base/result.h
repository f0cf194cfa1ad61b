#pragma once
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Why something was refused; the number is the HTTP status that `gate` answers with.
enum class Fault {
  invalid = 400,
  signed_out = 401,
  refused = 403,
  not_found = 404,
  conflict = 409,
  gone = 410,
  stale = 412,
  too_large = 413,
  unsupported = 415,
  too_many = 429,
  surprise = 500,  // never a refusal of a feature: gate alone answers it, with an incident number
  busy = 503,
  out_of_space = 507,
};

/// One wrong member of an input: `path` is a JSON pointer ("/to/1"), `code` a stable word.
struct FieldError {
  std::string path;
  std::string code;
  bool operator==(const FieldError&) const = default;
};

/// A refusal, as a value. `code` is `feature.what_happened`; the browser has the words.
struct Error {
  Fault fault;
  std::string code;
  std::vector<FieldError> fields = {};
  int retry_after_s = 0;  // seconds to wait, for too_many and busy; 0 when it says nothing
};

template <class T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> refusal(Fault fault, std::string code) { return std::unexpected(Error{fault, std::move(code)}); }
inline std::unexpected<Error> invalid(std::string code) { return refusal(Fault::invalid, std::move(code)); }
inline std::unexpected<Error> invalid_at(std::string path, std::string code) {
  return std::unexpected(Error{Fault::invalid, code, {{std::move(path), code}}});
}
inline std::unexpected<Error> signed_out(std::string code) { return refusal(Fault::signed_out, std::move(code)); }
inline std::unexpected<Error> refused(std::string code) { return refusal(Fault::refused, std::move(code)); }
inline std::unexpected<Error> not_found(std::string code) { return refusal(Fault::not_found, std::move(code)); }
inline std::unexpected<Error> conflict(std::string code) { return refusal(Fault::conflict, std::move(code)); }
inline std::unexpected<Error> gone(std::string code) { return refusal(Fault::gone, std::move(code)); }
inline std::unexpected<Error> stale(std::string code) { return refusal(Fault::stale, std::move(code)); }
inline std::unexpected<Error> too_many(std::string code, int retry_after_s) {
  return std::unexpected(Error{Fault::too_many, std::move(code), {}, retry_after_s});
}
inline std::unexpected<Error> busy(std::string code, int retry_after_s) {
  return std::unexpected(Error{Fault::busy, std::move(code), {}, retry_after_s});
}

/// Passes a refusal up unchanged. Only as a whole right-hand side or a statement of its own:
/// inside braces or arguments g++ 12 forgets to destroy what was already built.
#define TRY(...)                                                  \
  ({                                                              \
    auto&& tried = (__VA_ARGS__);                                 \
    if (!tried) return std::unexpected(std::move(tried).error()); \
    *std::move(tried);                                            \
  })
