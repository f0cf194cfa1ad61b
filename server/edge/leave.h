#pragma once

namespace edge {

/// Why a socket is closed: what the page reads in the close frame (RFC 6455, section 7.4).
enum class Leave {
  going_away = 1001,  // the program stops: another may answer
  not_spoken_to = 1008,
  ask_again = 4000,  // the time is over, or what its holder may do has changed
};

}  // namespace edge
