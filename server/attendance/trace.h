#pragma once
#include "people/actor.h"
#include "store/audit.h"

namespace attendance {

/// What the audit keeps: by whom and in which function, about which child; never a reason.
struct Trace {
  std::string_view act;
  SchoolId school;
  std::optional<PersonId> child = {};
  std::optional<Uuid> thing = {};
  std::optional<std::string> code = {};  // of a correction: "absent>present"
};

inline void tell_audit(Tx& tx, const Actor& actor, const Trace& trace) {
  store::audit(tx, {.act = trace.act,
                    .person = actor.person,
                    .profile = std::string(described::name_of(actor.profile)),
                    .school = trace.school,
                    .child = trace.child,
                    .thing = trace.thing,
                    .code = trace.code});
}

}  // namespace attendance
