#pragma once
#include <memory>

#include "app/house.h"
#include "edge/server.h"

namespace app {

/// What the program says of itself to Prometheus, in its text format: requests by route pattern and status, how long they took and
/// waited, jobs, sockets, shared writes, memory. No path, no name, no id.
std::string metrics_text(House&, const edge::Counts&);

/// Serves /metrics on the loopback only, on that port.
/// Errors: invalid — edge.port_taken
Result<std::unique_ptr<edge::Server>> serve_metrics(House&, const edge::Server& street, std::uint16_t port);

}  // namespace app
