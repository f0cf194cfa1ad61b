#include "edge/connection.h"

#include <atomic>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/log.h"
#include "edge/lane.h"
#include "edge/reply.h"
#include "gate/same_origin.h"

namespace http = boost::beast::http;

namespace edge {
namespace {

constexpr std::size_t read_bytes = 4096;
constexpr std::size_t most_buffered = 64 * 1024;
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

// The way of one answer back to its connection, whatever thread it comes from and whatever is left of the connection.
class Answer {
 public:
  Answer(std::shared_ptr<Lane> lane, std::weak_ptr<Connection> to) : lane_(std::move(lane)), to_(std::move(to)) {}
  ~Answer() { give(error_reply(500, "edge.no_answer")); }
  Answer(const Answer&) = delete;

  void give(Reply reply) {
    if (given_.exchange(true)) return;
    asio::post(lane_->io(), [to = to_, reply = std::move(reply)]() mutable {
      if (const auto connection = to.lock()) connection->take(std::move(reply));
    });
  }

 private:
  std::shared_ptr<Lane> lane_;
  std::weak_ptr<Connection> to_;
  std::atomic<bool> given_ = false;
};

}  // namespace

Connection::Connection(tcp::socket socket, Lane& lane)
    : socket_(std::move(socket)),
      lane_(lane),
      buffer_(std::max(most_buffered, lane.rules().settings.limits.head_bytes + read_bytes)),
      answered_(lane.io()) {
  ErrorCode ec;
  const auto end = socket_.remote_endpoint(ec);
  if (!ec) peer_ = end.address().to_string();
  wait_at_most(lane.rules().settings.limits.head_within);
}

void Connection::stop() {
  ErrorCode ignored;
  if (idle_) socket_.cancel(ignored);
}

void Connection::check(Steady::time_point now) {
  if (now < deadline_) return;
  late_ = true;
  ErrorCode ignored;
  socket_.cancel(ignored);
}

void Connection::take(Reply reply) {
  reply_ = std::move(reply);
  answered_.cancel();
}

void Connection::wait_at_most(std::chrono::milliseconds most) { deadline_ = Steady::now() + most; }
void Connection::wait_without_end() { deadline_ = Steady::time_point::max(); }

std::string_view Connection::bytes() const {
  const auto all = buffer_.cdata();
  return {static_cast<const char*>(all.data()), all.size()};
}

bool Connection::refuse(const Refusal& refusal) {
  refusal_ = refusal;
  logs::debug("edge.refused", logs::number("status", refusal.status));
  return false;
}

asio::awaitable<void> Connection::run() {
  while (co_await serve()) served_ = true;
  if (refusal_) {
    late_ = false;
    const Reply reply = reply_to(*refusal_);
    co_await send(reply, false, false);
  }
  co_await part();
}

// One request and its reply. False when it was the last, or could not be read.
asio::awaitable<bool> Connection::serve() {
  const std::size_t head_bytes = co_await read_head_bytes();
  if (head_bytes == 0) co_return false;
  auto head = read_head(bytes().substr(0, head_bytes), lane_.rules().settings.limits.head_fields);
  if (!head) co_return refuse(head.error());
  const Client client = lane_.rules().proxies.client(peer_, head->forwarded_for, head->forwarded_proto);
  head->request.peer = client.address;
  head->request.secure = secure_ = client.secure;
  if (head->content_length.value_or(0) > most_body_bytes(*head)) co_return refuse(too_large);

  const bool read = co_await read_body(*head, head_bytes);
  if (!read) co_return false;
  const bool wants_socket = !head->websocket_key.empty();
  // A page of another site may open a socket here, with our cookies: only Origin tells.
  if (wants_socket && !gate::from_same_origin(head->request)) co_return refuse(other_origin);
  // Whoever speaks before being answered is no browser.
  if (wants_socket && buffer_.size() > 0) co_return refuse(bad_request);
  const auto asked_at = Steady::now();
  Wanted wanted{std::move(head->range), std::move(head->if_range), head->request.if_none_match};
  Reply reply = co_await ask(std::move(head->request));
  if (reply.live && wants_socket && !lane_.stopping()) {
    lane_.listen_to(std::move(socket_), std::move(head->websocket_key), std::move(*reply.live), asked_at);
    co_return false;
  }
  if (reply.live) reply = error_reply(426, "edge.only_sockets");
  const bool keep_alive = head->keep_alive && !wants_socket && !lane_.stopping();
  bool sent = false;
  if (reply.file) {
    FileReply file = file_reply(reply, wanted);
    sent = co_await send_file(std::move(file), keep_alive, head->head_only);
  } else {
    sent = co_await send(reply, keep_alive, head->head_only);
  }
  co_return sent&& keep_alive;
}

// 0 when the connection is to end: silent, gone, or refused.
asio::awaitable<std::size_t> Connection::read_head_bytes() {
  const Limits& limits = lane_.rules().settings.limits;
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  if (buffer_.size() == 0 && buffer_.capacity() > read_bytes) buffer_.shrink_to_fit();
  idle_ = true;
  wait_at_most(served_ ? limits.idle : limits.head_within);
  for (std::size_t seen = 0;;) {
    if (idle_ && buffer_.size() > 0) {
      idle_ = false;
      wait_at_most(limits.head_within);
    }
    const Scan scan = scan_head(bytes(), seen);
    if (scan.bytes > limits.head_bytes)
      refuse(head_too_large);
    else if (scan.state == Scan::broken)
      refuse(bad_request);
    else if (scan.state == Scan::whole)
      co_return scan.bytes;
    else if (scan.bytes == limits.head_bytes)
      refuse(head_too_large);
    if (refusal_) co_return 0;
    seen = scan.bytes;
    const std::size_t n = co_await socket_.async_read_some(buffer_.prepare(read_bytes), token);
    buffer_.commit(n);
    if (late_ && !idle_) refuse(too_slow);
    if (late_ || ec) co_return 0;
  }
}

std::uint64_t Connection::most_body_bytes(const Head& head) const {
  const Limits& limits = lane_.rules().settings.limits;
  const bool may_be_long = head.chunked || head.content_length.value_or(0) > 0;
  return may_be_long && limits.body_bytes_of ? limits.body_bytes_of(head.request.path) : limits.body_bytes;
}

// Beast reads the head again and frames the body; where it disagrees with `read_head`, the request is refused.
asio::awaitable<bool> Connection::read_body(Head& head, std::size_t head_bytes) {
  const Limits& limits = lane_.rules().settings.limits;
  const std::uint64_t most = most_body_bytes(head);
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  http::request_parser<http::string_body> parser;
  parser.header_limit(std::uint32_t(limits.head_bytes + 1));
  parser.body_limit(most);
  parser.eager(true);
  const bool body_waits = buffer_.size() == head_bytes;
  const std::size_t taken = parser.put(buffer_.cdata(), ec);
  buffer_.consume(taken);
  if (ec == http::error::need_more) ec = {};
  if (!ec && !parser.is_done()) {
    wait_at_most(limits.body_within + limits.time_for(head.content_length.value_or(most)));
    if (head.expects_continue && body_waits) co_await asio::async_write(socket_, asio::buffer(go_on), token);
    if (!ec) co_await http::async_read(socket_, buffer_, parser, token);
  }
  wait_without_end();
  if (late_) co_return refuse(too_slow);
  if (ec == http::error::body_limit) co_return refuse(too_large);
  if (ec == http::error::partial_message || ec == http::error::end_of_stream) co_return false;
  if (ec) co_return ec.category() == make_error_code(http::error::bad_method).category() ? refuse(bad_request) : false;
  if (!parser.is_done() || head.content_length.value_or(parser.get().body().size()) != parser.get().body().size())
    co_return refuse(bad_request);
  head.request.body = std::move(parser.get().body());
  co_return true;
}

std::optional<Reply> Connection::answer_here(const Request& request) const {
  if (request.path == "/healthz" && request.method == Method::GET) return Reply{.content_type = "text/plain; charset=utf-8", .body = "ok"};
  const auto& assets = lane_.rules().settings.assets;
  return assets ? assets->answer(request) : std::nullopt;
}

void Connection::hand_over(Request request) {
  const auto answer = std::make_shared<Answer>(lane_.shared_from_this(), weak_from_this());
  try {
    lane_.rules().settings.handler(std::move(request), [answer](Reply reply) { answer->give(std::move(reply)); });
  } catch (const std::exception& e) {
    logs::error("edge.handler_threw", logs::cause(e));
  }
}

asio::awaitable<Reply> Connection::ask(Request request) {
  auto here = answer_here(request);
  if (here) co_return std::move(*here);
  ErrorCode cancelled;
  auto token = asio::redirect_error(asio::use_awaitable, cancelled);
  reply_.reset();
  answered_.expires_at(Steady::time_point::max());
  hand_over(std::move(request));
  while (!reply_) co_await answered_.async_wait(token);
  co_return std::move(*reply_);
}

}  // namespace edge
