#include "gate/comfort.h"

#include "gate/queries.gen.h"

std::optional<gate::wire::Comfort> gate::comfort_of(Tx& tx, PersonId person) { return q::comfort_of(tx, person); }

Result<> gate::keep_comfort(Call<wire::Comfort>& call) {
  const wire::Comfort& in = call.in;
  q::keep_comfort(call.tx, call.actor.person, in.size, in.spacing, in.face, in.scheme, in.contrast, in.ruler, in.still, in.aloud);
  return {};
}
