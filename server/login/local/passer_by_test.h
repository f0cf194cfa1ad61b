#pragma once
#include <map>
#include <string>

#include "login/local/local.h"
#include "village/village.h"

namespace login::local {

/// Somebody with a browser in front of the doors: it keeps cookies, and sends forms as it found them.
class PasserBy {
 public:
  explicit PasserBy(Local& local, std::string host = "localhost:8080") : local_(local), host_(std::move(host)) {}

  std::map<std::string, std::string> cookies;
  std::map<std::string, std::string> set_cookies;  // of the last reply: name to the whole line
  std::string origin = "http://localhost:8080";
  std::string peer = "192.0.2.7";
  std::string user_agent = "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

  gate::Reply get(const std::string& address);
  /// Sends what was asked, with the hidden mark of the last page unless `fields` has one.
  gate::Reply post(const std::string& address, std::map<std::string, std::string> fields);
  /// Opens the page, then sends its form.
  gate::Reply fill(const std::string& address, std::map<std::string, std::string> fields);

  static std::string header(const gate::Reply&, std::string_view name);

 private:
  gate::Reply send(gate::Request);

  Local& local_;
  std::string host_;
  std::string mark_;
};

}  // namespace login::local
