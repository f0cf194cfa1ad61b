#pragma once
#include "features/settings/wire.h"
#include "gate/call.h"

namespace settings {

Result<wire::QuietHours> find_quiet_hours(gate::Call<gate::NoInput>&);

struct SetQuietHours {
  std::int64_t evening_from;   // minute of the day, 17:00 to 23:00
  std::int64_t morning_until;  // minute of the day, 5:00 to 9:00
  bool weekend;
  std::int64_t version;  // the one that was read
};
BOOST_DESCRIBE_STRUCT(SetQuietHours, (), (evening_from, morning_until, weekend, version))

/// Other quiet hours, from now on: those who hold what waits in this school hear "people.hours_changed".
/// Errors: invalid — settings.hours_range at /evening_from or /morning_until
///         stale   — settings.stale
/// Source: POR-04 (docs/requirements.md)
Result<wire::QuietHours> set_quiet_hours(gate::Call<SetQuietHours>&);

}  // namespace settings
