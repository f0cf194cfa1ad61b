#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "edge/assets.h"
#include "edge/http.h"
#include "edge/limits.h"
#include "store/hints.h"

namespace edge {

struct Settings {
  std::string address = "127.0.0.1";          // IPv4 or IPv6
  std::vector<std::uint16_t> ports = {8080};  // 0: one that is free
  int io_threads = 1;                         // one for two workers
  std::vector<std::string> trusted_proxies;   // addresses whose X-Forwarded-For and -Proto are believed
  Limits limits;
  std::shared_ptr<const Assets> assets;  // shared with the gate, which hands out the shell; may be absent
  Handler handler;                       // called on an I/O thread: must not wait
};

/// What is open.
struct Counts {
  std::size_t connections = 0;
  std::size_t listeners = 0;  // pages that wait for hints
};

/// The street: accepts connections, reads requests whole and strictly, and sends replies. Answers /healthz and the assets
/// itself, hands the rest to the handler.
class Server {
 public:
  explicit Server(Settings);
  /// Stops as `stop` does.
  ~Server();
  Server(const Server&) = delete;

  /// Listens, then serves on its own threads.
  /// Errors: invalid — edge.address_unknown, edge.port_taken
  Result<void> start();
  /// The first port listened on; after `start`.
  std::uint16_t port() const;
  /// Accepts no more, closes what is idle, lets what is under way be answered, at most `limits.stop_within`. Not from an
  /// I/O thread.
  void stop();

  /// Tells whoever listens (store/hints.h); from any thread, between `start` and `stop`.
  void tell(const std::vector<store::Hint>&);
  Counts counts() const;

 private:
  struct Running;
  std::unique_ptr<Running> running_;
};

}  // namespace edge
