#include "features/settings/calendar.h"

#include <algorithm>

#include "base/text.h"
#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "people/calendar_change.h"

namespace settings {

namespace {

constexpr std::size_t days_of_week = 7;
constexpr std::size_t most_periods = 60;
constexpr std::size_t longest_label = 60;
constexpr int longest_period = 100;  // days: a summer

std::vector<people::DayPattern> week_of(const people::SchoolCalendar& calendar) {
  std::vector<people::DayPattern> week(days_of_week, people::DayPattern::off);
  for (std::size_t day = 0; day < days_of_week; ++day) {
    if (calendar.mornings & (1 << day)) week[day] = people::DayPattern::morning;
    if (calendar.full_days & (1 << day)) week[day] = people::DayPattern::full;
  }
  return week;
}

wire::Calendar calendar_of(Tx& tx, SchoolRow&& school) {
  const auto kept = people::calendar_of(tx, school.id);
  const auto author = people::calendar_author(tx, school.id);
  wire::Calendar out{school.id, std::move(school.name), week_of(kept), {}, {}, kept.version, {}, {}};
  for (const people::Holiday& one : kept.holidays) {
    out.periods.push_back({one.label, one.from_on, one.until_on});
    if (!out.next && one.until_on >= tx.today()) out.next = out.periods.back();
  }
  if (author) {
    out.by_name = author->name;
    out.changed_at = author->changed_at;
  }
  return out;
}

people::SchoolCalendar chosen_week(const std::vector<people::DayPattern>& week) {
  people::SchoolCalendar calendar;
  calendar.full_days = calendar.mornings = 0;
  for (std::size_t day = 0; day < days_of_week; ++day) {
    if (week[day] == people::DayPattern::full) calendar.full_days |= 1 << day;
    if (week[day] == people::DayPattern::morning) calendar.mornings |= 1 << day;
  }
  return calendar;
}

/// The periods as they are kept; what is wrong with each goes to `wrong`.
std::vector<people::Period> tidied(const std::vector<wire::Period>& periods, std::vector<FieldError>& wrong) {
  std::vector<people::Period> kept;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const wire::Period& typed = periods[i];
    people::Period period{{}, typed.from_on, typed.until_on};
    if (!text::tidy(typed.label, period.label) || period.label.empty() || text::length(period.label) > longest_label) {
      wrong.push_back({fmt::format("/periods/{}/label", i), "settings.period_label"});
    }
    if (typed.until_on < typed.from_on || typed.until_on > typed.from_on + longest_period) {
      wrong.push_back({fmt::format("/periods/{}/until_on", i), "settings.period_days"});
    }
    kept.push_back(std::move(period));
  }
  return kept;
}

wire::Calendars calendars_of(Tx& tx, const Actor& actor) {
  wire::Calendars out;
  for (SchoolRow& school : q::calendar_schools(tx, actor.pupils(see_calendar), actor.schools(see_calendar), tx.today())) {
    out.calendars.push_back(calendar_of(tx, std::move(school)));
  }
  return out;
}

}  // namespace

Result<wire::Calendars> list_calendars(gate::Call<gate::NoInput>& call) { return calendars_of(call.tx, call.actor); }

Result<wire::NextHolidays> next_holidays_card(Tx& tx, const Actor& actor) {
  return wire::NextHolidays{q::next_holidays(tx, actor.pupils(see_calendar), actor.schools(see_calendar), tx.today())};
}

Result<wire::Calendars> set_calendar(gate::Call<SetCalendar>& call) {
  const auto& week = call.in.week;
  std::vector<FieldError> wrong;
  const bool any_full = std::find(week.begin(), week.end(), people::DayPattern::full) != week.end();
  if (week.size() != days_of_week || !any_full) {
    wrong.push_back({"/week", "settings.week"});
  }
  if (call.in.periods.size() > most_periods) wrong.push_back({"/periods", "settings.too_many_periods"});
  const auto periods = tidied(call.in.periods, wrong);
  if (!wrong.empty()) return std::unexpected(Error{Fault::invalid, wrong.front().code, std::move(wrong)});
  const SchoolId school = call.actor.schools(change_calendar).front();
  if (!people::change_calendar(call.tx, call.actor, school, chosen_week(week), periods, call.in.version)) return stale("settings.stale");
  return calendars_of(call.tx, call.actor);
}

}  // namespace settings
