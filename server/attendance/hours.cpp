#include "attendance/hours.h"

#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/verbs.h"
#include "store/audit.h"

namespace attendance {

namespace {

constexpr std::int64_t earliest = 7 * 60, latest = 12 * 60;

wire::Hours hours_in(Tx& tx, SchoolId school) {
  const auto row = q::hours_of(tx, school);
  if (!row) return {usual_until, {}, 0, {}, {}};
  return {row->until_minute, row->phone, row->version, row->by_name, row->changed_at};
}

bool dialable(const std::string& phone) {
  const auto digits = std::count_if(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 4 && phone.size() <= 20 && phone.find_first_not_of("0123456789 .+") == phone.npos;
}

}  // namespace

Result<wire::Hours> find_hours(gate::Call<gate::NoInput>& call) { return hours_in(call.tx, call.actor.schools(lead).front()); }

Result<wire::Hours> set_hours(gate::Call<SetHours>& call) {
  Tx& tx = call.tx;
  auto& [until_minute, phone, version] = call.in;
  if (phone && phone->empty()) phone.reset();
  std::vector<FieldError> wrong;
  if (until_minute < earliest || until_minute > latest) wrong.push_back({"/until_minute", "attendance.hour_range"});
  if (phone && !dialable(*phone)) wrong.push_back({"/phone", "attendance.phone_form"});
  if (!wrong.empty()) return std::unexpected(Error{Fault::invalid, wrong.front().code, std::move(wrong)});

  const SchoolId school = call.actor.schools(lead).front();
  const PersonId by = call.actor.person;
  const auto changed = version == 0 ? q::first_hours(tx, school, until_minute, phone, by, tx.now())
                                    : q::change_hours(tx, school, until_minute, phone, version, by, tx.now());
  if (changed == 0) return stale("attendance.stale");
  store::audit(tx, {.act = "attendance.set_hours", .person = by, .profile = "head", .school = school});
  return hours_in(tx, school);
}

}  // namespace attendance
