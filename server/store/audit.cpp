#include "store/audit.h"

#include "store/queries.gen.h"

namespace store {

void audit(Tx& tx, const AuditLine& line) {
  q::add_audit(tx, tx.new_id<Uuid>(), tx.now(), line.act, line.person, line.profile, line.school, line.child, line.thing, line.code,
               line.by_name);
}

bool was_done(Tx& tx, std::string_view act) { return q::was_done(tx, act).has_value(); }

}  // namespace store
