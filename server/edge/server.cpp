#include "edge/server.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/log.h"
#include "edge/lane.h"

namespace edge {

struct Server::Running {
  std::shared_ptr<const Rules> rules;
  std::vector<std::uint16_t> ports;
  std::vector<std::shared_ptr<Lane>> lanes;
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::condition_variable ended;
  std::size_t serving = 0;  // lanes that still run
};

namespace {

// SO_REUSEPORT would let a second program of the same person take half of our connections: without it, a port that
// somebody listens on is refused.
bool is_taken(const tcp::endpoint& at) {
  asio::io_context io(1);
  tcp::acceptor probe(io);
  ErrorCode ec;
  probe.open(at.protocol(), ec);
  if (!ec) probe.set_option(asio::socket_base::reuse_address(true), ec);
  if (!ec) probe.bind(at, ec);
  return bool(ec);
}

}  // namespace

Server::Server(Settings settings) : running_(std::make_unique<Running>()) {
  running_->rules = std::make_shared<const Rules>(std::move(settings));
}

Server::~Server() { stop(); }

Result<void> Server::start() {
  Running& here = *running_;
  const Settings& settings = here.rules->settings;
  ErrorCode ec;
  const auto address = asio::ip::make_address(settings.address, ec);
  if (ec) return invalid("edge.address_unknown");
  here.ports = settings.ports;
  for (const auto port : here.ports)
    if (is_taken(tcp::endpoint(address, port))) return invalid("edge.port_taken");
  for (int i = 0; i < std::max(1, settings.io_threads); ++i) {
    auto lane = std::make_shared<Lane>(here.rules);
    for (auto& port : here.ports) port = TRY(lane->listen(tcp::endpoint(address, port)));
    here.lanes.push_back(std::move(lane));
  }
  here.serving = here.lanes.size();
  for (const auto& lane : here.lanes)
    here.threads.emplace_back([&here, lane] {
      lane->run();
      const std::lock_guard lock(here.mutex);
      --here.serving;
      here.ended.notify_all();
    });
  for (const auto port : here.ports) logs::info("edge.listening", logs::number("port", port));
  return {};
}

std::uint16_t Server::port() const { return running_->ports.at(0); }

void Server::tell(const std::vector<store::Hint>& hints) {
  const auto shared = std::make_shared<const std::vector<store::Hint>>(hints);
  for (const auto& lane : running_->lanes) lane->tell(shared);
}

Counts Server::counts() const {
  Counts all;
  for (const auto& lane : running_->lanes) {
    const Counts some = lane->counts();
    all.connections += some.connections;
    all.listeners += some.listeners;
  }
  return all;
}

void Server::stop() {
  Running& here = *running_;
  if (here.threads.empty()) return;
  for (const auto& lane : here.lanes) lane->ask_to_stop();
  std::unique_lock lock(here.mutex);
  const bool whole = here.ended.wait_for(lock, here.rules->settings.limits.stop_within, [&] { return here.serving == 0; });
  lock.unlock();
  if (!whole) {
    logs::warning("edge.stopped_before_all_were_answered");
    for (const auto& lane : here.lanes) lane->io().stop();
  }
  for (auto& thread : here.threads) thread.join();
  here.threads.clear();
  here.lanes.clear();
  logs::info("edge.stopped");
}

}  // namespace edge
