#pragma once
#include <optional>
#include <string>

#include "people/actor.h"
#include "people/quiet_hours.h"
#include "store/tx.h"

namespace people {

/// The quiet hours of one school, and who chose them. Version 0: nobody changed the usual ones.
struct SchoolHours {
  QuietHours hours;
  std::int64_t version = 0;
  std::optional<std::string> by_name;
  std::optional<Millis> changed_at;
};

SchoolHours find_hours(Tx&, SchoolId);

/// Chooses a school's hours; `may_be_set` and the right were asked. False when they changed since `version` was read.
/// Says "people.hours_changed" ({"school": …}): what waits to be delivered there waits for other hours.
bool set_hours(Tx&, const Actor&, SchoolId, const QuietHours&, std::int64_t version);

/// What a job that listens to "people.hours_changed" is given.
struct HoursChanged {
  SchoolId school;
};
BOOST_DESCRIBE_STRUCT(HoursChanged, (), (school))

}  // namespace people
