#pragma once
#include "gate/gate.h"
#include "login/local/form.h"
#include "login/local/local.h"

namespace login::local {

/// One request at the doors, until it is answered.
struct Local::Visit {
  gate::Request request;
  gate::Done done;
  Fields fields;  // of the body of a POST, of the address otherwise
  bool posts = false;
  bool ours = false;  // a POST of a form of ours, by the browser it was made for
  FormMark mark;
};

/// Where a request comes from, for the doors of the gate.
gate::Visitor visitor_of(const gate::Request&);

/// Runs `work` in one transaction, kept whatever it finds (it may have counted a try), then `then` with what it found.
template <class Out>
void in_transaction(store::Database& database, bool writes, std::function<Result<Out>(Tx&)> work, std::function<void(Result<Out>)> then) {
  auto found = std::make_shared<std::optional<Result<Out>>>();
  auto run = [found, work = std::move(work)](Tx& tx) {
    *found = work(tx);
    return true;
  };
  auto after = [found, then = std::move(then), &database](store::Outcome outcome) {
    if (outcome.end != store::End::committed) return then(std::unexpected(gate::error_of(outcome, database)));
    then(std::move(**found));
  };
  if (writes) {
    database.write(std::move(run), std::move(after));
  } else {
    database.read(std::move(run), std::move(after));
  }
}

}  // namespace login::local
