#include "features/settings/reach.h"

#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"

namespace settings {

Result<wire::Reach> reach_card(Tx& tx, const Actor& actor) {
  wire::Reach card{};
  for (const ReachRow& row : q::reach_of(tx, actor.schools(reach), school_year_of(tx.today()), tx.today())) {
    if (row.not_reached > 0) card.not_reached.push_back({row.id, row.label, row.not_reached});
    if (!row.has_teacher) card.classes_without_teacher.push_back({row.id, row.label});
    card.total += row.not_reached;
    card.families += row.families;
  }
  return card;
}

Result<wire::NotReachedList> list_not_reached(gate::Call<ListNotReached>& call) {
  const Date today = call.tx.today();
  wire::NotReachedList out;
  for (auto& row : q::not_reached(call.tx, call.actor.schools(reach), call.in.school_class, school_year_of(today), today)) {
    if (out.children.empty() || out.children.back().id != row.child || out.children.back().school_class != row.school_class) {
      out.children.push_back({row.child,
                              std::move(row.first_name),
                              std::move(row.last_name),
                              row.school_class,
                              std::move(row.class_label),
                              {},
                              !row.guardian_name});
    }
    if (row.guardian_name) out.children.back().guardians.push_back(std::move(*row.guardian_name));
  }
  return out;
}

}  // namespace settings
