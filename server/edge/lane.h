#pragma once
#include <atomic>
#include <memory>
#include <unordered_set>
#include <vector>

#include "edge/asio.h"
#include "edge/hearers.h"
#include "edge/proxies.h"
#include "edge/server.h"

namespace edge {

class Connection;

/// What every lane obeys; never changes once made.
struct Rules {
  explicit Rules(Settings s) : settings(std::move(s)), proxies(settings.trusted_proxies) {}
  Settings settings;
  Proxies proxies;
};

/// One I/O thread's part of the street: its own sockets on the common ports (the kernel shares out what comes), its own
/// connections. All but `ask_to_stop`, `tell` and `counts` belongs to that thread, so nothing here is locked.
/// Shared, because an answer that comes late from a worker must still find a place to go.
class Lane : public std::enable_shared_from_this<Lane> {
 public:
  explicit Lane(std::shared_ptr<const Rules>);
  ~Lane();

  /// Errors: invalid — edge.port_taken
  Result<std::uint16_t> listen(const tcp::endpoint&);
  /// Serves until asked to stop and empty, or `io().stop()`.
  void run();
  void ask_to_stop();
  /// Hints for whoever listens here; from any thread.
  void tell(std::shared_ptr<const std::vector<store::Hint>>);
  /// A connection becomes a listener's. `asked_at`: when the gate was asked whether it may.
  void listen_to(tcp::socket, std::string key, gate::Live, Steady::time_point asked_at);
  Counts counts() const { return {open_connections_, open_listeners_}; }

  asio::io_context& io() { return io_; }
  const Rules& rules() const { return *rules_; }
  bool stopping() const { return stopping_; }

 private:
  asio::awaitable<void> accept(tcp::acceptor&);
  asio::awaitable<void> serve(std::shared_ptr<Connection>);
  asio::awaitable<void> serve(std::shared_ptr<Listener>, std::string key);
  asio::awaitable<void> watch();
  void open(tcp::socket);
  void stop();
  void rest_if_empty();
  bool empty() const { return connections_.empty() && hearers_.empty(); }

  std::shared_ptr<const Rules> rules_;
  asio::io_context io_{1};  // goes after all that uses it
  asio::steady_timer tick_{io_};
  asio::steady_timer breath_{io_};
  std::vector<std::unique_ptr<tcp::acceptor>> acceptors_;
  std::unordered_set<std::shared_ptr<Connection>> connections_;
  Hearers hearers_;
  std::atomic<std::size_t> open_connections_ = 0;
  std::atomic<std::size_t> open_listeners_ = 0;
  bool stopping_ = false;
};

}  // namespace edge
