#include "app/front.h"

namespace app {

Front::Front(House& house, std::shared_ptr<const edge::Assets> assets, login::local::Shell doors)
    : house_(house), assets_(std::move(assets)), readiness_(house.database(), house.config()), local_(house.gate(), std::move(doors)) {}

void Front::answer(gate::Request request, gate::Done done) {
  if (request.path.starts_with("/api/")) return house_.gate().answer(std::move(request), std::move(done));
  const bool reads = request.method == gate::Method::GET || request.method == gate::Method::HEAD;
  // The shell holds nobody's data: whoever opens it meets the gate at its first question.
  if (reads && request.path.starts_with("/c/")) return done(assets_->shell(request));
  if (reads && request.path == "/readyz") return readiness_.answer(std::move(done));
  local_.answer(std::move(request), std::move(done));
}

}  // namespace app
