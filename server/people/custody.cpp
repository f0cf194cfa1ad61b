#include "people/custody.h"

#include "base/json.h"
#include "base/text.h"
#include "people/queries.gen.h"
#include "store/audit.h"
#include "store/events.h"

namespace {

constexpr std::size_t longest_reference = 200;

std::string label_of(const Uuid& decision) { return "people_custody.paper_reference:" + to_text(decision); }

void tell(Tx& tx, const Actor& head, std::string_view act, PersonId adult, PersonId child, std::string code) {
  store::audit(tx, {.act = act,
                    .person = head.person,
                    .profile = std::string(described::name_of(head.profile)),
                    .school = head.school,
                    .child = child,
                    .thing = adult,
                    .code = std::move(code)});
}

/// Once for each record by which the adult guards the child; links come by record.
void say_changed(Tx& tx, const std::vector<people::GuardianLink>& links, PersonId child) {
  std::optional<PersonId> told;
  for (const people::GuardianLink& link : links) {
    if (told != link.person) store::emit(tx, "people.custody_changed", json::to_json(people::CustodyChanged{link.person, child}));
    store::standing_changed(tx, link.person);
    told = link.person;
  }
}

void limit_one(Tx& tx, const Actor& head, const people::CustodyDecision& decision, const RelationId& relation, std::string_view reference) {
  const auto id = tx.new_id<Uuid>();
  const auto sealed = crypto::seal(tx.keys(), reference, label_of(id), tx.random());
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

  for (const GuardianLink& link : links) limit_one(tx, head, decision, link.id, reference);
  say_changed(tx, links, decision.child);
  tell(tx, head, "people.limit_custody", decision.adult, decision.child, std::string(described::name_of(decision.level)));
  return {};
}

Result<> people::end_custody(Tx& tx, const Actor& head, PersonId adult, PersonId child) {
  const auto links = q::guardian_links(tx, head.schools(limits_custody), adult, child, tx.today());
  if (links.empty()) return not_found("people.no_guardian");
  std::int64_t ended = 0;
  for (const GuardianLink& link : links) {
    ended += q::end_custody(tx, tx.today() - 1, link.id, tx.today());
    ended += q::undo_custody(tx, link.id, tx.today());
  }
  if (ended == 0) return not_found("people.no_decision");
  say_changed(tx, links, child);
  tell(tx, head, "people.end_custody", adult, child, "");
  return {};
}

std::string people::paper_reference(const Tx& tx, const Uuid& decision, const std::vector<unsigned char>& sealed) {
  return crypto::unseal(tx.keys(), sealed, label_of(decision)).value_or("");
}
