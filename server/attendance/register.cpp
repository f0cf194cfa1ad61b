#include "attendance/half_days.h"
#include "attendance/names.h"
#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/verbs.h"

namespace attendance {

namespace {

std::vector<wire::RegisterDay> days_in(const Month& month, const people::SchoolCalendar& calendar, const std::vector<CalledRow>& rolls) {
  const auto called = [&](Date day, Half half) {
    return std::any_of(rolls.begin(), rolls.end(), [&](const CalledRow& row) { return row.on_day == day && row.half == half; });
  };
  std::vector<wire::RegisterDay> days;
  for (Date day = month.first; day <= month.last; day = day + 1) {
    const auto pattern = calendar.pattern(day);
    if (pattern == people::DayPattern::off) continue;
    days.push_back({day, has_class(pattern, Half::afternoon), called(day, Half::morning), called(day, Half::afternoon)});
  }
  return days;
}

void add_mark(wire::RegisterPupil& pupil, const RegisterMarkRow& row) {
  pupil.marks.push_back({row.on_day, row.half, row.absent, row.explained});
  pupil.month_half_days += row.absent;
  pupil.month_unexplained += row.absent && !row.explained;
}

}  // namespace

Result<wire::Register> find_register(gate::Call<FindRegister>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const auto head = q::class_head(tx, actor.classes(call_roll), actor.schools(call_roll), call.in.school_class);
  if (!head) return not_found("attendance.no_class");
  const Month month = month_of(call.in.on_day.value_or(tx.today()));
  const auto rolls = q::called_between(tx, head->id, month.first, month.last);
  wire::Register out{head->id, head->label, head->school_name, month.first, days_in(month, people::calendar_of(tx, head->school), rolls),
                     {}};

  const auto rows = q::register_pupils(tx, head->id, head->school, head->school_year, month.first, month.last);
  std::vector<Named> all;
  for (const RegisterRow& row : rows) all.push_back({row.last_name, row.first_name, row.second_name.value_or("")});
  for (const RegisterRow& row : rows) {
    const bool twice = std::count_if(all.begin(), all.end(),
                                     [&](const Named& n) { return n.first_name == row.last_name && n.last_name == row.first_name; }) > 1;
    std::string name = row.last_name + " " + row.first_name;
    if (twice && row.second_name) name += " " + *row.second_name;
    out.pupils.push_back({row.pupil, std::move(name), row.from_on, row.until_on, {}, 0, 0, row.year_half_days});
  }
  for (const RegisterMarkRow& row : q::register_marks(tx, head->id, month.first, month.last)) {
    for (wire::RegisterPupil& pupil : out.pupils) {
      if (pupil.pupil == row.pupil) add_mark(pupil, row);
    }
  }
  return out;
}

Result<wire::Unexplained> list_unexplained(gate::Call<OnDay>& call) {
  const Month month = month_of(call.in.on_day.value_or(call.tx.today()));
  const auto rows = q::unexplained(call.tx, call.actor.schools(lead), month.first, month.last, legal_threshold);
  std::vector<Named> all;
  for (const UnexplainedRow& row : rows) all.push_back(named(row));
  auto names = whole(all);
  wire::Unexplained out{month.first, legal_threshold, {}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.pupils.push_back({rows[i].pupil, std::move(names[i]), rows[i].class_label, rows[i].half_days});
  }
  return out;
}

}  // namespace attendance
