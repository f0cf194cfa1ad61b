#pragma once
#include <functional>

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

/// A verb with something slow in it, a password to hash or a file to write, works in three parts: the verb itself, in a transaction
/// that is always kept (it counts the attempt), then `hash`, in a small bounded pool outside any transaction, then `finish` in a
/// transaction of its own, which may run more than once. Such a verb bears being asked twice: no key is kept for it.
template <class Out>
struct Hashing {
  std::function<void()> hash;
  std::function<Result<Out>(Tx&)> finish;
  std::function<bool(std::function<void()>)> post = {};  // another pool than the passwords'; false: it is full
};

}  // namespace gate
