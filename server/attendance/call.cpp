#include "attendance/call.h"

#include "attendance/child.h"
#include "attendance/half_days.h"
#include "attendance/merge.h"
#include "attendance/names.h"
#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/verbs.h"

namespace attendance {

namespace {

std::optional<wire::Said> said_in(const CallRow& row) {
  if (!row.part) return {};
  return wire::Said{*row.part, row.minute, *row.reason, row.line, *row.told_at};
}

/// The mark; before the roll is called, what the family told to expect.
Presence shown(const CallRow& row, Half half) {
  if (row.mark || row.called_at || !row.part) return marked(row);
  return expected(*row.part, row.minute, half);
}

wire::RollCall roll_of(const Actor& actor, std::span<const CallRow> rows, Date on_day, Half half, Date today) {
  const CallRow& first = rows.front();
  wire::RollCall roll{
      first.school_class, first.label,     on_day, half, has_class(pattern_of(first, on_day), half), may_call_on(actor, on_day, today),
      first.called_at,    first.called_by, {}};
  std::vector<Named> names;
  for (const CallRow& row : rows) {
    if (row.pupil) names.push_back({*row.first_name, *row.last_name, row.second_name.value_or("")});
  }
  const auto spoken = called(names);
  for (const CallRow& row : rows) {
    if (!row.pupil) continue;
    roll.pupils.push_back({*row.pupil, spoken[roll.pupils.size()], shown(row, half), row.version.value_or(0), row.by_name, said_in(row)});
  }
  return roll;
}

/// A pupil whom the feed and the school both put into the class is called once.
void keep_once(std::vector<CallRow>& rows) {
  const auto same = [](const CallRow& a, const CallRow& b) { return a.school_class == b.school_class && a.pupil && a.pupil == b.pupil; };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
}

std::vector<CallRow> rows_on(Tx& tx, const Actor& actor, const std::optional<ClassId>& school_class, Date on_day, Half half) {
  auto rows = q::call_rows(tx, actor.classes(call_roll), actor.schools(call_roll), school_class, on_day, half, school_year_of(on_day));
  keep_once(rows);
  return rows;
}

}  // namespace

std::vector<CallRow> rows_of_class(Tx& tx, const Actor& actor, ClassId school_class, Date on_day, Half half) {
  return rows_on(tx, actor, school_class, on_day, half);
}

Result<wire::RollCall> find_call(gate::Call<FindCall>& call) {
  const auto now = call.tx.zone().local(call.tx.now());
  const Date on_day = call.in.on_day.value_or(now.date);
  const Half half = call.in.half.value_or(half_at(now.minute));
  const auto rows = rows_of_class(call.tx, call.actor, call.in.school_class, on_day, half);
  if (rows.empty()) return not_found("attendance.no_class");
  return roll_of(call.actor, rows, on_day, half, now.date);
}

Result<wire::CallCard> call_card(Tx& tx, const Actor& actor) {
  wire::CallCard card;
  if (!actor.schools(call_roll).empty()) return card;  // the head's home has the whole school's day
  const auto now = tx.zone().local(tx.now());
  const Half half = half_at(now.minute);
  const auto rows = rows_on(tx, actor, {}, now.date, half);
  for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
    while (end < rows.size() && rows[end].school_class == rows[first].school_class) ++end;
    card.classes.push_back(roll_of(actor, std::span(rows).subspan(first, end - first), now.date, half, now.date));
  }
  return card;
}

}  // namespace attendance
