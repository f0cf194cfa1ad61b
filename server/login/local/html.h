#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace login::local {

/// What stands between two tags, or inside the quotes of an attribute, shows as it was given: & < > " ' become entities.
std::string escaped(std::string_view);

/// HTML that may be sent: made of patterns of the source, of values that were escaped on their way in, and of other Html.
class Html {
 public:
  Html() = default;
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  Html& operator+=(const Html& more) {
    text_ += more.text_;
    return *this;
  }

 private:
  explicit Html(std::string text) : text_(std::move(text)) {}
  static std::string shown(const Html& html) { return html.text_; }
  static std::string shown(std::string_view value) { return escaped(value); }
  template <class>
  using Shown = std::string;

  std::string text_;

  template <class... Values>
  friend Html html(fmt::format_string<Shown<Values>...> pattern, const Values&... values);
};

/// html("<h1>{}</h1>", name): each {} takes a text, which is escaped, or Html, which is not. The pattern is checked when compiled.
template <class... Values>
Html html(fmt::format_string<Html::Shown<Values>...> pattern, const Values&... values) {
  return Html(fmt::format(pattern, Html::shown(values)...));
}

}  // namespace login::local
