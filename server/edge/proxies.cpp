#include "edge/proxies.h"

#include <arpa/inet.h>

#include <algorithm>

#include "edge/fields.h"

namespace edge {
namespace {

// The one spelling of an address, "" for what is none. An IPv4 address met through an IPv6 socket is itself.
std::string canonical(std::string_view text) {
  std::string in(text);
  if (in.starts_with("::ffff:") && in.find('.') != std::string::npos) in.erase(0, 7);
  unsigned char bytes[16];
  char out[INET6_ADDRSTRLEN];
  for (const int family : {AF_INET, AF_INET6})
    if (inet_pton(family, in.c_str(), bytes) == 1) return inet_ntop(family, bytes, out, sizeof out);
  return {};
}

}  // namespace

Proxies::Proxies(const std::vector<std::string>& trusted) {
  for (const auto& address : trusted)
    if (auto spelt = canonical(address); !spelt.empty()) trusted_.push_back(std::move(spelt));
}

bool Proxies::trusts(std::string_view address) const { return std::ranges::find(trusted_, address) != trusted_.end(); }

Client Proxies::client(std::string_view peer, std::string_view forwarded_for, std::string_view forwarded_proto) const {
  Client client{canonical(peer)};
  if (!trusts(client.address)) return client;
  client.secure = same_word(forwarded_proto, "https");
  // From the right: each machine adds whom it heard, and what stands left of a stranger is the stranger's word.
  while (!forwarded_for.empty() && trusts(client.address)) {
    const auto comma = forwarded_for.rfind(',');
    const std::string_view last = comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1);
    forwarded_for = comma == std::string_view::npos ? std::string_view() : forwarded_for.substr(0, comma);
    auto heard = canonical(without_spaces(last));
    if (heard.empty()) break;
    client.address = std::move(heard);
  }
  return client;
}

}  // namespace edge
