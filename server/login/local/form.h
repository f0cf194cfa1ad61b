#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gate/http.h"
#include "store/tx.h"

namespace login::local {

/// What a posted form holds (application/x-www-form-urlencoded, UTF-8): name and value pairs.
class Fields {
 public:
  /// Nothing when the body is not such a form.
  static std::optional<Fields> posted(const gate::Request&);
  /// Of an address, after "?"; empty when it cannot be read.
  static Fields asked(const gate::Request&);
  /// Empty when there is none of that name.
  std::string_view operator[](std::string_view name) const;
  bool has(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

/// The mark of our own forms: a value hidden in the page that only goes with the cookie of the browser the page was made for.
/// Neither says who anybody is; the cookie is there before anyone has entered.
/// Source: rule 16 of docs/sources.md#security
struct FormMark {
  std::string cookie;
  std::string hidden;
  bool fresh = false;  // the browser has no cookie yet: send it with the page
};
FormMark form_mark(const gate::Request&, const store::World&);
/// True when the form was sent by a page of ours, and by the browser that page was made for.
bool came_from_our_form(const gate::Request&, const Fields&, const store::World&);

}  // namespace login::local
