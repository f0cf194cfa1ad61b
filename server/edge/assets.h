#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "edge/http.h"

namespace edge {

/// Whether an Accept-Encoding value takes this coding ("br", "gzip"): named or under "*", and not at q=0.
bool accepts(std::string_view accept_encoding, std::string_view coding);

/// The built browser side, read into memory once. A path is looked up, never joined to a folder: nothing else can be reached.
class Assets {
 public:
  /// None: for tests.
  Assets() = default;
  /// In:     what the web build made: index.html (the shell), files under assets/ whose names change with their content,
  ///         others (favicon.svg, robots.txt…); beside any of them its .br and .gz. Hidden files, links and unknown kinds are
  ///         left out.
  /// Errors: invalid — edge.no_shell, edge.asset_unreadable
  static Result<Assets> load(const std::filesystem::path& folder);

  /// The file of that path for GET, kept a year under /assets/, else asked again each time (304 when unchanged).
  std::optional<Reply> answer(const Request&) const;
  /// The page that every screen starts from; `gate` decides who gets it, under any path.
  Reply shell(const Request&) const;
  /// Changes with every build of the browser side: 16 hexadecimal digits.
  const std::string& build() const { return shell_.hash; }

 private:
  struct Asset {
    std::string content_type;
    std::string hash;
    std::string plain;
    std::string br;    // empty when the build made none, or it is no smaller
    std::string gzip;  // the same
    bool immutable = false;
  };
  static Reply send(const Asset&, const Request&);

  std::map<std::string, Asset, std::less<>> by_path_;
  Asset shell_{.content_type = "text/html; charset=utf-8"};
};

}  // namespace edge
