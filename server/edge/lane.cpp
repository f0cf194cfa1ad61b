#include "edge/lane.h"

#include <algorithm>

#include "base/log.h"
#include "edge/connection.h"

namespace edge {
namespace {

constexpr auto tick_every = std::chrono::milliseconds(100);
constexpr int ticks_of_listeners = 3;  // thousands that wait for minutes need no closer look
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

}  // namespace

Lane::Lane(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
Lane::~Lane() = default;

Result<std::uint16_t> Lane::listen(const tcp::endpoint& at) {
  auto acceptor = std::make_unique<tcp::acceptor>(io_);
  ErrorCode ec;
  acceptor->open(at.protocol(), ec);
  if (!ec) acceptor->set_option(asio::socket_base::reuse_address(true), ec);
  if (!ec) acceptor->set_option(ReusePort(true), ec);
  if (!ec) acceptor->bind(at, ec);
  if (!ec) acceptor->listen(asio::socket_base::max_listen_connections, ec);
  if (!ec) acceptor->non_blocking(true, ec);
  if (ec) return invalid("edge.port_taken");
  const auto port = acceptor->local_endpoint().port();
  acceptors_.push_back(std::move(acceptor));
  return port;
}

void Lane::run() {
  for (auto& acceptor : acceptors_) asio::co_spawn(io_, accept(*acceptor), asio::detached);
  asio::co_spawn(io_, watch(), asio::detached);
  for (;;) {
    try {
      io_.run();
      return;
    } catch (const std::exception& e) {
      logs::error("edge.surprise", logs::cause(e));
    }
  }
}

void Lane::ask_to_stop() {
  asio::post(io_, [self = shared_from_this()] { self->stop(); });
}

void Lane::stop() {
  stopping_ = true;
  ErrorCode ignored;
  for (auto& acceptor : acceptors_) acceptor->close(ignored);
  breath_.cancel();
  for (const auto& connection : connections_) connection->stop();
  hearers_.close_all(Leave::going_away);
  rest_if_empty();
}

void Lane::rest_if_empty() {
  if (stopping_ && empty()) tick_.cancel();
}

void Lane::tell(std::shared_ptr<const std::vector<store::Hint>> hints) {
  asio::post(io_, [self = shared_from_this(), hints = std::move(hints)] { self->hearers_.tell(*hints); });
}

void Lane::listen_to(tcp::socket socket, std::string key, gate::Live live, Steady::time_point asked_at) {
  auto listener = std::make_shared<Listener>(std::move(socket), rules_->settings.limits.live, std::move(live));
  hearers_.add(listener, asked_at);
  open_listeners_ = hearers_.size();
  asio::co_spawn(io_, serve(std::move(listener), std::move(key)), asio::detached);
}

asio::awaitable<void> Lane::serve(std::shared_ptr<Listener> listener, std::string key) {
  try {
    co_await listener->run(std::move(key));
  } catch (const std::exception& e) {
    logs::error("edge.surprise", logs::cause(e));
  }
  hearers_.remove(listener);
  open_listeners_ = hearers_.size();
  rest_if_empty();
}

// One that waits in line is not left for the next turn of the loop: with hundreds at once, a turn is long.
asio::awaitable<void> Lane::accept(tcp::acceptor& acceptor) {
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  while (!stopping_) {
    tcp::socket first = co_await acceptor.async_accept(token);
    if (!ec) open(std::move(first));
    while (!ec) {
      tcp::socket next = acceptor.accept(io_, ec);
      if (!ec) open(std::move(next));
    }
    if (stopping_ || ec == asio::error::would_block || ec == asio::error::try_again || ec == asio::error::connection_aborted) continue;
    // Out of descriptors or memory: those connected finish, the others wait in the kernel's line.
    logs::warning("edge.cannot_accept", logs::number("errno", ec.value()));
    breath_.expires_after(tick_every);
    co_await breath_.async_wait(token);
  }
}

void Lane::open(tcp::socket socket) {
  const std::size_t most = rules_->settings.limits.connections / std::size_t(std::max(1, rules_->settings.io_threads));
  if (stopping_ || connections_.size() + hearers_.size() >= most) return;
  ErrorCode ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  auto connection = std::make_shared<Connection>(std::move(socket), *this);
  connections_.insert(connection);
  open_connections_ = connections_.size();
  asio::co_spawn(io_, serve(std::move(connection)), asio::detached);
}

asio::awaitable<void> Lane::serve(std::shared_ptr<Connection> connection) {
  try {
    co_await connection->run();
  } catch (const std::exception& e) {
    logs::error("edge.surprise", logs::cause(e));
  }
  connections_.erase(connection);
  open_connections_ = connections_.size();
  rest_if_empty();
}

// One clock for all deadlines costs less than a timer per connection, and none is exact to more than a tick.
asio::awaitable<void> Lane::watch() {
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  for (int ticks = 0; !stopping_ || !empty(); ++ticks) {
    tick_.expires_after(tick_every);
    co_await tick_.async_wait(token);
    const auto now = Steady::now();
    for (const auto& connection : connections_) connection->check(now);
    if (ticks % ticks_of_listeners == 0) hearers_.check(now);
  }
}

}  // namespace edge
