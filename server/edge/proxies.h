#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace edge {

/// Who asks, and whether TLS protects the way.
struct Client {
  std::string address;
  bool secure = false;
};

/// The machines in front of us whose word is believed about who asks; nobody else's X-Forwarded-* is.
class Proxies {
 public:
  /// `trusted`: IPv4 or IPv6 addresses. What is not an address is trusted by nobody.
  explicit Proxies(const std::vector<std::string>& trusted);
  /// The last address of the chain that is not one of ours; the socket's peer when the chain cannot be read.
  Client client(std::string_view peer, std::string_view forwarded_for, std::string_view forwarded_proto) const;

 private:
  bool trusts(std::string_view address) const;
  std::vector<std::string> trusted_;
};

}  // namespace edge
