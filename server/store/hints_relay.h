#pragma once
#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "store/hints.h"
#include "store/postgres.h"

namespace store {

/// Carries hints between the processes that serve one schema of PostgreSQL, by NOTIFY and LISTEN, on a thread and a connection of its
/// own: a NOTIFY inside a request's transaction would make all of them commit one after the other.
///
/// When the connection was lost, hints may be missing: everybody's standing is said to have changed, so that every page asks anew.
class HintsRelay {
 public:
  using Hear = std::function<void(const std::vector<Hint>&)>;

  /// `own`: names this process, whose hints are not heard twice.
  HintsRelay(std::string uri, std::string schema, const Uuid& own, Hear);
  ~HintsRelay();
  HintsRelay(const HintsRelay&) = delete;

  void send(const std::vector<Hint>&);
  /// The same at once, for a process that does not listen.
  static void send_on(Postgres&, const std::string& schema, const Uuid& own, const std::vector<Hint>&);

 private:
  void loop();
  void serve(Postgres&);
  void take_in(Postgres&);

  std::string uri_;
  std::string schema_;
  Uuid own_;
  Hear hear_;
  int wake_;  // an eventfd
  std::mutex mutex_;
  std::vector<Hint> waiting_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace store
