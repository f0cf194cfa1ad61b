#include <tuple>

#include "features/homework/page.h"
#include "features/homework/queries.gen.h"
#include "features/homework/reading.h"
#include "features/homework/rights.h"
#include "features/homework/trace.h"
#include "features/homework/verbs.h"
#include "people/calendar.h"

namespace homework {

namespace {

constexpr int card_looks_ahead = 7;
constexpr std::size_t most_for_pupil = 20;
constexpr std::size_t most_for_family = 40;

bool is_due(const wire::Item& item, Date on) { return item.work && item.work->due_on == on && !item.struck; }

/// The first of those that hold, at most so many.
template <class Holds>
std::vector<wire::Item> pick(const std::vector<wire::Item>& items, std::size_t most, Holds holds) {
  std::vector<wire::Item> picked;
  for (const wire::Item& item : items) {
    if (picked.size() < most && holds(item)) picked.push_back(item);
  }
  return picked;
}

}  // namespace

Result<wire::Pages> list_items(gate::Call<ListItems>& call) {
  const Days days = TRY(days_asked(call.tx.today(), call.in.from_on, call.in.until_on));
  const auto children = call.actor.pupils(read);
  return wire::Pages{items_of(call.tx, children, {.days = days, .child = call.in.child, .subject = call.in.subject})};
}

Result<wire::Ticked> tick_work(gate::Call<TickWork>& call) {
  Tx& tx = call.tx;
  const auto children = call.actor.pupils(tick);
  const auto place = q::given_to(tx, children, call.in.entry, kept_since(tx.today()), tx.now());
  if (!place || !place->has_work) return not_found("homework.no_entry");
  if (place->withdrawn) return gone("homework.withdrawn");
  const Millis at = std::min(call.in.at.value_or(tx.now()), tx.now());
  q::set_tick(tx, call.in.entry, place->child, call.in.done, at);
  const auto stands = q::tick_of(tx, call.in.entry, place->child);
  return stands.value_or(wire::Ticked{call.in.done, at});
}

Result<wire::PupilCard> pupil_card(Tx& tx, const Actor& actor) {
  wire::PupilCard card;
  const Date today = tx.today();
  if (actor.school) card.next_day = people::calendar_of(tx, *actor.school).next_school_day(today);
  const auto items = items_of(tx, actor.pupils(read_own), {.days = {today, card.next_day.value_or(today + card_looks_ahead)}});
  if (card.next_day) card.for_next = pick(items, most_for_pupil, [&](const wire::Item& item) { return is_due(item, *card.next_day); });
  card.for_today = pick(items, most_for_pupil, [&](const wire::Item& item) { return is_due(item, today); });
  card.lessons = pick(items, most_for_pupil, [&](const wire::Item& item) { return item.given_on == today && item.done && !item.struck; });
  return card;
}

Result<wire::FamilyCard> family_card(Tx& tx, const Actor& actor) {
  const Days days{tx.today() + 1, tx.today() + card_looks_ahead};
  auto items = items_of(tx, actor.pupils(read_of_children), {.days = days, .due_only = true});
  std::erase_if(items, [](const wire::Item& item) { return item.struck || !item.work; });
  std::stable_sort(items.begin(), items.end(), [](const wire::Item& a, const wire::Item& b) {
    return std::tie(a.work->due_on, a.child_first_name, a.child) < std::tie(b.work->due_on, b.child_first_name, b.child);
  });
  if (items.size() > most_for_family) items.resize(most_for_family);
  return wire::FamilyCard{std::move(items)};
}

}  // namespace homework
