#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "login/local/html.h"

namespace login::local {

/// One page, before it is put on its sheet.
struct Page {
  std::string title;
  Html main;
  int status = 200;
  bool side_by_side = false;  // picture and text, on a wide screen
};

/// The sheet that every page of the doors is written on: head, style and script as the web build made them, then our own header.
class Shell {
 public:
  /// A sheet without style: tests, and a machine where the web is not built.
  Shell();
  /// From the doors.html of the web build, where %TITLE% and %BODY% stand once, in that order; nothing when they do not.
  static std::optional<Shell> built(std::string_view doors_html);

  /// The whole document. `demo`: says whose clock this is.
  std::string written(const Page&, bool demo) const;

 private:
  Shell(std::string_view before_title, std::string_view before_body, std::string_view after_body)
      : before_title_(before_title), before_body_(before_body), after_body_(after_body) {}
  std::string before_title_;
  std::string before_body_;
  std::string after_body_;
};

}  // namespace login::local
