#include "features/liaison/addressed.h"
#include "features/liaison/rights.h"
#include "features/liaison/sending.h"
#include "features/liaison/verbs.h"

namespace liaison {

Result<wire::Desk> open_desk(gate::Call<gate::NoInput>& call) {
  wire::Desk desk{};
  desk.deliver_at = arrival(call.tx, *call.actor.school_of_staff);
  desk.quiet = desk.deliver_at != call.tx.now();
  for (people::AudienceCount& one : people::list_audiences(call.tx, call.actor, write)) {
    desk.audiences.push_back({kind_of(one.kind), one.id, std::move(one.label), one.children, one.adults, one.without_guardian});
  }
  return desk;
}

}  // namespace liaison
