#include <sys/sendfile.h>

#include <array>
#include <ctime>

#include "edge/connection.h"
#include "edge/lane.h"

// How a connection answers: replies from memory, files from the disk, and the last word.
namespace edge {
namespace {

constexpr std::size_t read_bytes = 4096;
constexpr std::size_t most_drained = 256 * 1024;
constexpr std::size_t most_at_once = 512 * 1024;  // of a file, before others have their turn
constexpr auto part_within = std::chrono::milliseconds(1000);
constexpr auto send_within = std::chrono::milliseconds(30'000);

}  // namespace

asio::awaitable<bool> Connection::send(const Reply& reply, bool keep_alive, bool head_only) {
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  Sending sending;
  sending.keep_alive = keep_alive;
  sending.secure = secure_;
  sending.now = std::time(nullptr);
  const std::string head = head_of(reply, sending);
  const bool with_body = has_body(reply) && !head_only;
  std::array<asio::const_buffer, 2> out;
  out[0] = asio::buffer(head);
  if (with_body) out[1] = asio::buffer(reply.body);
  wait_at_most(send_within + lane_.rules().settings.limits.time_for(reply.body.size()));
  co_await asio::async_write(socket_, out, token);
  wait_without_end();
  co_return !ec && !late_;
}

asio::awaitable<bool> Connection::send_file(FileReply file, bool keep_alive, bool head_only) {
  if (!file.file) {
    const bool sent = co_await send(file.head, keep_alive, head_only);
    co_return sent;
  }
  ErrorCode ec;
  Sending sending;
  sending.keep_alive = keep_alive;
  sending.secure = secure_;
  sending.now = std::time(nullptr);
  sending.size = file.size;
  wait_at_most(send_within + lane_.rules().settings.limits.time_for(std::uint64_t(file.size)));
  const bool with_part = !head_only && file.size > 0;
  co_await send_head(file.head, sending, with_part, ec);
  if (!ec && with_part) co_await send_part(file, ec);
  wait_without_end();
  co_return !ec && !late_;
}

asio::awaitable<void> Connection::send_head(const Reply& reply, const Sending& sending, bool more, ErrorCode& ec) {
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  const std::string head = head_of(reply, sending);
  // held back a moment, so that it travels in one packet with what follows
  const int flags = more ? MSG_MORE : 0;
  for (std::size_t at = 0; at < head.size() && !ec;) {
    const auto rest = asio::buffer(head) + at;
    at += co_await socket_.async_send(rest, flags, token);
  }
}

// The kernel moves the bytes from its cache to the socket: they never come up here.
asio::awaitable<void> Connection::send_part(const FileReply& part, ErrorCode& ec) {
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  ::off_t at = part.from;
  const ::off_t end = part.from + part.size;
  socket_.native_non_blocking(true, ec);
  while (!ec && !late_ && at < end) {
    const ssize_t n = ::sendfile(socket_.native_handle(), part.file->fd(), &at, std::min(std::size_t(end - at), most_at_once));
    if (n == 0) ec = asio::error::eof;  // the file has become shorter: what was promised cannot be kept
    if (n < 0 && errno != EAGAIN && errno != EINTR) ec = ErrorCode(errno, boost::system::system_category());
    if (!ec && at < end) co_await socket_.async_wait(tcp::socket::wait_write, token);
  }
}

// Closing on unread bytes makes the kernel reset the connection, and the client may never see why it was refused: so say
// there is no more to come, then let it finish, for a moment.
asio::awaitable<void> Connection::part() {
  ErrorCode ec;
  auto token = asio::redirect_error(asio::use_awaitable, ec);
  socket_.shutdown(tcp::socket::shutdown_send, ec);
  late_ = false;
  wait_at_most(part_within);
  std::array<char, read_bytes> dropped;
  for (std::size_t total = 0; refusal_ && !ec && !late_ && total < most_drained;)
    total += co_await socket_.async_read_some(asio::buffer(dropped), token);
  socket_.close(ec);
}

}  // namespace edge
