#include "people/audience.h"

#include "people/queries.gen.h"

namespace people {

std::vector<Target> within_reach(Tx& tx, const Actor& actor, const Right& right, const Audience& audience) {
  return q::targets_within(tx, actor.classes(right), actor.schools(right), audience.classes, audience.schools, audience.children,
                           tx.today(), school_year_of(tx.today()));
}

std::vector<Reached> unfold(Tx& tx, const Audience& audience) {
  return q::unfold(tx, audience.classes, audience.schools, audience.children, tx.today());
}

std::vector<AudienceCount> list_audiences(Tx& tx, const Actor& actor, const Right& right) {
  return q::audiences(tx, actor.classes(right), actor.schools(right), tx.today(), school_year_of(tx.today()));
}

}  // namespace people
