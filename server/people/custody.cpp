#include "people/custody.h"

#include "base/json.h"
#include "base/text.h"
#include "people/queries.gen.h"
#include "store/audit.h"
#include "store/events.h"

namespace {

constexpr std::size_t longest_reference = 200;

void limit_one(Tx& tx, const Actor& head, const people::CustodyDecision& decision, const RelationId& relation, std::string_view reference) {
  const auto id = tx.new_id<Uuid>();
  const auto sealed = crypto::seal(tx.keys(), reference, "people_custody.paper_reference:" + to_text(id), tx.random());
  people::q::add_custody(tx, id, relation, decision.level, decision.from_on, decision.until_on, sealed, head.person, tx.now());
}

}  // namespace

Result<> people::limit_custody(Tx& tx, const Actor& head, const CustodyDecision& decision) {
  const auto schools = head.schools(limits_custody);
  std::string reference;
  if (!text::tidy(decision.paper_reference, reference) || reference.empty() || text::length(reference) > longest_reference) {
    return invalid_at("/paper_reference", "people.paper_reference");
  }
  if (decision.until_on && *decision.until_on < decision.from_on) return invalid_at("/until_on", "people.custody_dates");
  const auto links = q::guardian_links(tx, schools, decision.adult, decision.child, tx.today());
  if (links.empty()) return not_found("people.no_guardian");

  std::optional<PersonId> told;  // links come by record
  for (const GuardianLink& link : links) {
    limit_one(tx, head, decision, link.id, reference);
    if (told != link.person) store::emit(tx, "people.custody_changed", json::to_json(CustodyChanged{link.person, decision.child}));
    told = link.person;
  }
  store::audit(tx, {.act = "people.limit_custody",
                    .person = head.person,
                    .profile = std::string(described::name_of(head.profile)),
                    .school = schools.front(),
                    .child = decision.child,
                    .thing = decision.adult,
                    .code = std::string(described::name_of(decision.level))});
  return {};
}
