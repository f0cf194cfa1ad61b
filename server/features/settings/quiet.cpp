#include "features/settings/quiet.h"

#include <algorithm>

#include "features/settings/rights.h"
#include "people/hours.h"

namespace settings {

namespace {

wire::QuietHours to_wire(people::SchoolHours&& kept) {
  return {kept.hours.evening_from, kept.hours.morning_until, kept.hours.weekend, kept.version, std::move(kept.by_name), kept.changed_at};
}

/// Both ends are looked at, so that a form can say both.
std::vector<FieldError> wrong_ends(const SetQuietHours& in) {
  std::vector<FieldError> wrong;
  const people::QuietHours usual;
  const auto minute = [](std::int64_t of_day) { return int(std::clamp<std::int64_t>(of_day, 0, 24 * 60)); };
  if (!people::may_be_set({minute(in.evening_from), usual.morning_until})) wrong.push_back({"/evening_from", "settings.hours_range"});
  if (!people::may_be_set({usual.evening_from, minute(in.morning_until)})) wrong.push_back({"/morning_until", "settings.hours_range"});
  return wrong;
}

}  // namespace

Result<wire::QuietHours> find_quiet_hours(gate::Call<gate::NoInput>& call) {
  return to_wire(people::find_hours(call.tx, call.actor.schools(see_quiet).front()));
}

Result<wire::QuietHours> set_quiet_hours(gate::Call<SetQuietHours>& call) {
  if (auto wrong = wrong_ends(call.in); !wrong.empty()) {
    return std::unexpected(Error{Fault::invalid, "settings.hours_range", std::move(wrong)});
  }
  const people::QuietHours hours{int(call.in.evening_from), int(call.in.morning_until), call.in.weekend};
  const SchoolId school = call.actor.schools(set_quiet).front();
  if (!people::set_hours(call.tx, call.actor, school, hours, call.in.version)) return stale("settings.stale");
  return to_wire(people::find_hours(call.tx, school));
}

}  // namespace settings
