#pragma once
#include "gate/context.h"
#include "gate/rows.h"
#include "store/tx.h"

namespace gate {

using TokenHash = crypto::Hash;

/// Who stands at the gate, found by one statement.
struct Standing {
  Session session;
  Actor actor;
  std::string school_state;  // of the context's school; "active" for a guardian
};

/// The holder of a token in a context, from relations that hold today.
/// Errors: signed_out — gate.signed_out (no such session, ended, account closed)
///         refused — gate.no_context (no relation of today gives it)
Result<Standing> who_acts(Tx&, const TokenHash&, const Context&);
/// The holder of a token without any context: reaches themself only.
/// Errors: signed_out — gate.signed_out
Result<Standing> who_holds(Tx&, const TokenHash&);

}  // namespace gate
