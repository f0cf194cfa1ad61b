#pragma once
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "edge/head.h"

namespace edge {

/// [A-Za-z0-9] and !#$%&'*+-.^_`|~: methods and field names.
bool is_token(std::string_view);
/// Compares ASCII letters without their case.
bool same_word(std::string_view, std::string_view);
std::string_view without_spaces(std::string_view);
std::string lower(std::string_view);
/// Whether a list of entity tags ("W/\"a\", \"b\"", "*") holds this one, given without quotes.
bool names_tag(std::string_view tags, std::string_view tag);

/// The fields of one head, as views on it.
class Fields {
 public:
  /// `lines`: whole lines, each with its CRLF.
  static std::expected<Fields, Refusal> read(std::string_view lines, std::size_t most);

  bool has(std::string_view name) const;
  /// The value of a field that may stand once; nothing when absent. A second one is remembered by `repeated`.
  std::optional<std::string_view> one(std::string_view name);
  /// "" when absent.
  std::string text(std::string_view name) { return std::string(one(name).value_or("")); }
  std::string joined(std::string_view name, std::string_view between) const;
  /// Whether a field asked with `one` stood twice.
  bool repeated() const { return repeated_; }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> all_;
  bool repeated_ = false;
};

}  // namespace edge
