#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "edge/asio.h"
#include "edge/leave.h"
#include "edge/limits.h"
#include "gate/live.h"
#include "store/hints.h"

namespace edge {

/// One page that listens for hints: a WebSocket on which the client says nothing but pongs and close. Lives on its lane's thread.
///
/// It is closed when it has served its time, when its holder's standing changes, when the client says anything, does not answer a ping,
/// or reads too slowly. What it was not told is no loss: a page asks for what it shows whenever it connects again.
class Listener : public std::enable_shared_from_this<Listener> {
 public:
  Listener(tcp::socket, const LiveLimits&, gate::Live);
  ~Listener();

  /// Serves until closed. `key`: of the client's handshake.
  asio::awaitable<void> run(std::string key);
  void tell(const store::Hint&);
  /// Says why, gives the client a moment to answer, then ends.
  void close(Leave);
  /// Pings, and ends what has waited past its deadline.
  void check(Steady::time_point now);
  const std::vector<Uuid>& hears() const { return hears_; }

 private:
  struct Stream;
  asio::awaitable<void> shake_hands(std::string key);
  asio::awaitable<void> until_dropped();
  void listen();
  void send_next();
  void say_goodbye();
  void ping(Steady::time_point now);
  void drop();

  std::unique_ptr<Stream> stream_;  // none once all is over
  asio::steady_timer dropped_;
  const LiveLimits& limits_;
  std::vector<Uuid> hears_;
  std::vector<std::string> waiting_;  // oldest first
  std::string on_its_way_;            // stays where it is while `sending_`
  Steady::time_point serves_until_;
  Steady::time_point heard_at_;
  Steady::time_point pinged_at_;
  Steady::time_point sending_since_;
  std::optional<Steady::time_point> closing_since_;
  Leave leaves_ = Leave::going_away;  // why, once it is closing
  int pings_heard_ = 0;               // since the last one of ours
  int under_way_ = 0;                 // what the stream was asked for and has not answered
  char said_ = 0;                     // by the client, which says nothing
  bool open_ = false;
  bool over_ = false;
  bool sending_ = false;
  bool pinging_ = false;
};

}  // namespace edge
