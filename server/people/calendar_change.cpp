#include "people/calendar_change.h"

#include <algorithm>

#include "base/json.h"
#include "people/queries.gen.h"
#include "store/audit.h"
#include "store/events.h"

namespace people {

namespace {

bool same(const Holiday& kept, const Period& wished) {
  return kept.label == wished.label && kept.from_on == wished.from_on && kept.until_on == wished.until_on;
}

}  // namespace

bool change_calendar(Tx& tx, const Actor& author, SchoolId school, const SchoolCalendar& week, std::span<const Period> periods,
                     std::int64_t version) {
  const auto changed = version == 0 ? q::first_week(tx, school, week.full_days, week.mornings, author.person, tx.now())
                                    : q::change_week(tx, school, week.full_days, week.mornings, version, author.person, tx.now());
  if (changed == 0) return false;

  const auto kept = calendar_of(tx, school).holidays;
  for (const Holiday& one : kept) {
    const bool stays = std::any_of(periods.begin(), periods.end(), [&](const Period& wished) { return same(one, wished); });
    if (!stays) q::remove_holiday(tx, school, one.id);
  }
  for (const Period& wished : periods) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Holiday& one) { return same(one, wished); });
    if (!known) q::add_holiday(tx, school, tx.new_id<Uuid>(), wished.label, wished.from_on, wished.until_on, author.person, tx.now());
  }
  store::emit(tx, "people.calendar_changed", json::to_json(CalendarChanged{school}));
  store::audit(tx, {.act = "people.change_calendar",
                    .person = author.person,
                    .profile = std::string(described::name_of(author.profile)),
                    .school = school});
  return true;
}

std::optional<CalendarAuthor> calendar_author(Tx& tx, SchoolId school) {
  auto row = q::week_author(tx, school);
  if (!row) return {};
  return CalendarAuthor{std::move(row->by_name), row->changed_at};
}

}  // namespace people
