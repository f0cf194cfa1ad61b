#include "features/liaison/trace.h"

#include "features/liaison/queries.gen.h"
#include "store/audit.h"

namespace liaison {

void tell_audit(Tx& tx, const Actor& actor, const Trace& trace) {
  store::audit(tx, {.act = trace.act,
                    .person = actor.person,
                    .profile = std::string(described::name_of(actor.profile)),
                    .school = trace.school,
                    .child = trace.child,
                    .thing = trace.thing});
}

Uuid record(Tx& tx, const Actor& recorded_by, const Signature& s) {
  const auto id = tx.new_id<Uuid>();
  q::add_signature(tx, id, s.note, s.version, s.child, s.person, s.act, recorded_by.person, s.hash, tx.now(), s.device_at);
  const std::string act = "liaison." + std::string(described::name_of(s.act));
  tell_audit(tx, recorded_by, {act, s.school, s.note, s.child});
  return id;
}

}  // namespace liaison
