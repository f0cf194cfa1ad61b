#include "people/hours.h"

#include "base/json.h"
#include "people/queries.gen.h"
#include "store/audit.h"
#include "store/events.h"

people::SchoolHours people::find_hours(Tx& tx, SchoolId school) {
  auto row = q::hours_of(tx, school);
  if (!row) return {};
  return {{int(row->evening_from), int(row->morning_until), row->weekend}, row->version, std::move(row->by_name), row->changed_at};
}

bool people::set_hours(Tx& tx, const Actor& actor, SchoolId school, const QuietHours& hours, std::int64_t version) {
  const auto changed =
      version == 0 ? q::first_hours(tx, school, hours.evening_from, hours.morning_until, hours.weekend, actor.person, tx.now())
                   : q::change_hours(tx, school, hours.evening_from, hours.morning_until, hours.weekend, version, actor.person, tx.now());
  if (changed == 0) return false;
  store::emit(tx, "people.hours_changed", json::to_json(HoursChanged{school}));
  store::audit(
      tx, {.act = "people.set_hours", .person = actor.person, .profile = std::string(described::name_of(actor.profile)), .school = school});
  return true;
}
