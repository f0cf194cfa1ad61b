#include "features/homework/trace.h"

#include "store/audit.h"

namespace homework {

void tell_audit(Tx& tx, const Actor& actor, const Trace& trace) {
  store::audit(tx, {.act = trace.act,
                    .person = actor.person,
                    .profile = std::string(described::name_of(actor.profile)),
                    .school = trace.school,
                    .thing = trace.thing});
}

}  // namespace homework
