#include "edge/listener.h"

#include <boost/beast/websocket/stream.hpp>

#include "base/json.h"

namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;

namespace edge {

// Without compression: a hint is shorter than what a dictionary costs.
struct Listener::Stream : websocket::stream<tcp::socket, false> {
  using websocket::stream<tcp::socket, false>::stream;
};

namespace {

constexpr std::size_t most_waiting = 32;
constexpr int kernel_bytes = 8 * 1024;
constexpr int most_looks = 10;  // at whether the stream has answered all it was asked
constexpr auto between_looks = std::chrono::milliseconds(10);
constexpr std::string_view all_may_have_changed = R"({"hint":"all"})";

std::string spelled(const store::Hint& hint) {
  std::string text = "{\"hint\":";
  json::write_text(text, hint.about);
  if (hint.thing) text += ",\"id\":\"" + to_text(*hint.thing) + "\"";
  return text + "}";
}

// The handshake as Beast wants to read it: `read_head` has seen the client's own.
http::request<http::empty_body> handshake(const std::string& key) {
  http::request<http::empty_body> request(http::verb::get, "/", 11);
  request.set(http::field::host, "localhost");
  request.set(http::field::connection, "upgrade");
  request.set(http::field::upgrade, "websocket");
  request.set(http::field::sec_websocket_version, "13");
  request.set(http::field::sec_websocket_key, key);
  return request;
}

}  // namespace

Listener::Listener(tcp::socket socket, const LiveLimits& limits, gate::Live live)
    : stream_(std::make_unique<Stream>(std::move(socket))),
      dropped_(stream_->get_executor(), Steady::time_point::max()),
      limits_(limits),
      hears_(std::move(live.hears)),
      serves_until_(Steady::now() + std::chrono::milliseconds(live.serves_for)),
      heard_at_(Steady::now()),
      pinged_at_(heard_at_) {
  // A page that does not read may not make the kernel keep much for it, either.
  ErrorCode ignored;
  stream_->next_layer().set_option(asio::socket_base::send_buffer_size(kernel_bytes), ignored);
  stream_->next_layer().set_option(asio::socket_base::receive_buffer_size(kernel_bytes), ignored);
  stream_->auto_fragment(false);
  stream_->read_message_max(1);  // nothing is expected but control frames, which the protocol holds to 125 bytes
  stream_->text(true);
  stream_->set_option(websocket::stream_base::decorator([](websocket::response_type& answer) { answer.erase(http::field::server); }));
  stream_->control_callback([this](websocket::frame_type kind, boost::beast::string_view) {
    heard_at_ = Steady::now();
    if (kind == websocket::frame_type::ping) ++pings_heard_;
  });
}

Listener::~Listener() = default;

asio::awaitable<void> Listener::shake_hands(std::string key) {
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  const auto request = handshake(key);
  co_await stream_->async_accept(request, token);
  open_ = !ec && !over_;
}

asio::awaitable<void> Listener::run(std::string key) {
  co_await shake_hands(std::move(key));
  if (open_) {
    if (closing_since_) say_goodbye();
    send_next();
    listen();
  } else {
    drop();
  }
  co_await until_dropped();
}

// Beast's reading and its closing can wait for each other for ever, when the client breaks the protocol while we say goodbye. No socket is
// behind them then: they go with the stream. Not before what the closed socket interrupted has ended, which still uses it.
asio::awaitable<void> Listener::until_dropped() {
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  while (!over_) co_await dropped_.async_wait(token);
  for (int look = 0; under_way_ > 0 && look < most_looks; ++look) {
    dropped_.expires_after(between_looks);
    co_await dropped_.async_wait(token);
  }
  stream_.reset();
}

// Answered when the client speaks, or is gone. Once only: closing reads by itself what still comes.
void Listener::listen() {
  ++under_way_;
  stream_->async_read_some(asio::buffer(&said_, 1), [self = shared_from_this()](ErrorCode ec, std::size_t) {
    --self->under_way_;
    if (ec) return self->drop();
    self->close(Leave::not_spoken_to);
  });
}

void Listener::tell(const store::Hint& hint) {
  if (closing_since_) return;
  std::string text = spelled(hint);
  if (std::find(waiting_.begin(), waiting_.end(), text) != waiting_.end()) return;  // said already
  if (waiting_.size() >= most_waiting) {
    waiting_.clear();
    text = all_may_have_changed;
  }
  waiting_.push_back(std::move(text));
  if (open_) send_next();
}

void Listener::send_next() {
  if (sending_ || waiting_.empty() || closing_since_ || !open_) return;
  sending_ = true;
  ++under_way_;
  sending_since_ = Steady::now();
  on_its_way_ = std::move(waiting_.front());
  waiting_.erase(waiting_.begin());
  if (waiting_.empty()) waiting_.shrink_to_fit();
  stream_->async_write(asio::buffer(on_its_way_), [self = shared_from_this()](ErrorCode ec, std::size_t) {
    --self->under_way_;
    self->sending_ = false;
    if (ec) return self->drop();
    self->send_next();
  });
}

void Listener::close(Leave why) {
  if (closing_since_) return;
  closing_since_ = Steady::now();
  leaves_ = why;
  if (open_) say_goodbye();  // else as soon as hands are shaken: the page must learn why
}

void Listener::say_goodbye() {
  ++under_way_;
  stream_->async_close(websocket::close_reason(static_cast<websocket::close_code>(leaves_)), [self = shared_from_this()](ErrorCode) {
    --self->under_way_;
    self->drop();
  });
}

void Listener::ping(Steady::time_point now) {
  pinging_ = true;
  pinged_at_ = now;
  pings_heard_ = 0;
  ++under_way_;
  stream_->async_ping({}, [self = shared_from_this()](ErrorCode) {
    --self->under_way_;
    self->pinging_ = false;
  });
}

void Listener::check(Steady::time_point now) {
  if (closing_since_) {
    if (now - *closing_since_ > limits_.close_within) drop();
    return;
  }
  const bool slow = sending_ && now - sending_since_ > limits_.send_within;
  if (slow || now - heard_at_ > limits_.silent_for || pings_heard_ > limits_.most_pings) return drop();
  if (now >= serves_until_) return close(Leave::ask_again);
  if (open_ && !pinging_ && now - pinged_at_ > limits_.ping_every) ping(now);
}

void Listener::drop() {
  if (over_) return;
  over_ = true;
  open_ = false;
  ErrorCode ignored;
  stream_->next_layer().close(ignored);
  dropped_.cancel();
}

}  // namespace edge
