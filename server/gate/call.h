#pragma once
#include "gate/session.h"
#include "people/actor.h"
#include "store/tx.h"

namespace gate {

/// What a verb is given: its transaction, who acts, what they sent.
template <class In>
struct Call {
  Tx& tx;
  const Actor& actor;
  const Session& session;
  In in;
};

/// An In without members.
struct NoInput {};
BOOST_DESCRIBE_STRUCT(NoInput, (), ())

/// A verb that must hash a password works in three parts: the verb itself, in a transaction that is always kept (it counts the
/// attempt), then `hash`, in a small bounded pool outside any transaction, then `finish` in a transaction of its own.
template <class Out>
struct Hashing {
  std::function<void()> hash;
  std::function<Result<Out>(Tx&)> finish;
};

}  // namespace gate
