#include "store/hints_relay.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <iterator>

#include "base/crypto.h"
#include "base/json.h"
#include "base/log.h"

namespace store {

namespace {

constexpr std::size_t at_once = 40;  // PostgreSQL takes 8,000 bytes
constexpr std::size_t most_waiting = 10'000;

struct Parcel {
  Uuid from;
  std::vector<Hint> hints;
};
BOOST_DESCRIBE_STRUCT(Parcel, (), (from, hints))

/// A name that needs no quotes, whatever the schema is called.
std::string channel_of(const std::string& schema) { return "preau_" + crypto::hex(crypto::sha256(schema)).substr(0, 16); }

}  // namespace

HintsRelay::HintsRelay(std::string uri, std::string schema, const Uuid& own, Hear hear)
    : uri_(std::move(uri)), schema_(std::move(schema)), own_(own), hear_(std::move(hear)), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (wake_ < 0) throw Fault(Cause::other, "no eventfd for hints");
  thread_ = std::thread([this] { loop(); });
}

HintsRelay::~HintsRelay() {
  stop_ = true;
  ::eventfd_write(wake_, 1);
  thread_.join();
  ::close(wake_);
}

void HintsRelay::send(const std::vector<Hint>& hints) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) return;  // the connection is away; when it is back everybody asks anew
    waiting_.insert(waiting_.end(), hints.begin(), hints.end());
  }
  ::eventfd_write(wake_, 1);
}

void HintsRelay::send_on(Postgres& postgres, const std::string& schema, const Uuid& own, const std::vector<Hint>& hints) {
  for (std::size_t from = 0; from < hints.size(); from += at_once) {
    const auto until = std::min(hints.size(), from + at_once);
    const Parcel parcel{own, {hints.begin() + std::ptrdiff_t(from), hints.begin() + std::ptrdiff_t(until)}};
    postgres.notify(channel_of(schema), json::to_json(parcel));
  }
}

void HintsRelay::loop() {
  for (bool first = true; !stop_; first = false) {
    try {
      Postgres postgres(uri_, schema_);
      postgres.exec("SET synchronous_commit TO off");
      postgres.exec(("LISTEN " + channel_of(schema_)).c_str());
      if (!first) hear_({Hint{{}, std::string(standing), {}}});
      serve(postgres);
    } catch (const Fault& fault) {
      logs::warning("store.hints_away", logs::cause(fault));
    }
    pollfd wait{wake_, POLLIN, 0};
    if (!stop_) ::poll(&wait, 1, 1000);
  }
}

void HintsRelay::serve(Postgres& postgres) {
  while (!stop_) {
    pollfd ready[2] = {{wake_, POLLIN, 0}, {postgres.socket(), POLLIN, 0}};
    ::poll(ready, 2, -1);
    eventfd_t ignored = 0;
    ::eventfd_read(wake_, &ignored);
    take_in(postgres);
    std::vector<Hint> out;
    {
      const std::lock_guard lock(mutex_);
      out = std::exchange(waiting_, {});
    }
    send_on(postgres, schema_, own_, out);
  }
}

void HintsRelay::take_in(Postgres& postgres) {
  for (const std::string& text : postgres.heard()) {
    const auto parcel = json::from_json<Parcel>(text);
    if (parcel && parcel->from != own_) hear_(parcel->hints);
  }
}

}  // namespace store
