#pragma once
#include <memory>
#include <optional>

#include "edge/asio.h"
#include "edge/file.h"
#include "edge/head.h"
#include "edge/reply.h"

namespace edge {

class Lane;

/// One client's connection: requests one after the other, each answered before the next is read. Lives on its lane's thread.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket, Lane&);

  asio::awaitable<void> run();
  /// Ends at once if nothing was asked, else after the reply.
  void stop();
  /// Interrupts what has waited past its deadline.
  void check(Steady::time_point now);
  /// The handler's answer, on this thread.
  void take(Reply);

 private:
  asio::awaitable<bool> serve();
  asio::awaitable<std::size_t> read_head_bytes();
  asio::awaitable<bool> read_body(Head&, std::size_t head_bytes);
  asio::awaitable<Reply> ask(Request);
  asio::awaitable<bool> send(const Reply&, bool keep_alive, bool head_only);
  asio::awaitable<bool> send_file(FileReply, bool keep_alive, bool head_only);
  asio::awaitable<void> send_head(const Reply&, const Sending&, bool more, ErrorCode&);
  asio::awaitable<void> send_part(const FileReply&, ErrorCode&);
  asio::awaitable<void> part();

  std::optional<Reply> answer_here(const Request&) const;
  void hand_over(Request);
  std::uint64_t most_body_bytes(const Head&) const;
  void wait_at_most(std::chrono::milliseconds);
  void wait_without_end();
  std::string_view bytes() const;
  bool refuse(const Refusal&);

  tcp::socket socket_;
  Lane& lane_;
  boost::beast::flat_buffer buffer_;
  asio::steady_timer answered_;
  std::optional<Reply> reply_;
  std::optional<Refusal> refusal_;  // sent before closing
  Steady::time_point deadline_ = Steady::time_point::max();
  std::string peer_;
  bool secure_ = false;  // of the request being answered
  bool late_ = false;    // the deadline passed while waiting
  bool idle_ = true;     // between two requests
  bool served_ = false;  // one request at least
};

}  // namespace edge
