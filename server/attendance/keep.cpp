#include "attendance/call.h"
#include "attendance/child.h"
#include "attendance/half_days.h"
#include "attendance/merge.h"
#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/trace.h"
#include "attendance/verbs.h"
#include "notices/notices.h"
#include "people/audience.h"
#include "people/hours.h"

namespace attendance {

namespace {

constexpr std::size_t largest_class = 60;

bool sound(const Marked& one) {
  const auto minute = [](const auto& m) { return !m || (*m >= 0 && *m < 24 * 60); };
  if (one.absent) return !one.arrived_minute && !one.left_minute;
  const bool ordered = !one.arrived_minute || !one.left_minute || *one.arrived_minute < *one.left_minute;
  return minute(one.arrived_minute) && minute(one.left_minute) && ordered;
}

Result<> check(const KeepCall& in) {
  std::vector<FieldError> wrong;
  if (in.marks.size() > largest_class) wrong.push_back({"/marks", "too_long"});
  for (std::size_t i = 0; i < in.marks.size(); ++i) {
    if (!sound(in.marks[i])) wrong.push_back({fmt::format("/marks/{}", i), "attendance.presence"});
  }
  if (wrong.empty()) return {};
  return std::unexpected(Error{Fault::invalid, wrong.front().code, std::move(wrong)});
}

Result<> check_day(const Actor& actor, const CallRow& of_class, const KeepCall& in, Date today) {
  if (in.on_day > today) return invalid_at("/on_day", "attendance.date_future");
  if (!has_class(pattern_of(of_class, in.on_day), in.half)) return invalid_at("/on_day", "attendance.not_a_school_day");
  if (!may_call_on(actor, in.on_day, today)) return refused("attendance.day_over");
  return {};
}

/// Of a correction: "absent>late".
std::string_view word_of(const Presence& p) {
  if (p.absent) return "absent";
  if (p.arrived_minute) return "late";
  return p.left_minute ? "left" : "present";
}

MarkRow mark_row(MarkId mark, const Change& change) {
  return {mark, *change.row->pupil, change.is.absent, change.is.arrived_minute, change.is.left_minute};
}

/// The families of whoever is missing and of whom nothing was told get one notice that day: every adult whom no decision suspends,
/// outside quiet hours, never the pupil.
void announce(Tx& tx, const CallRow& of_class, const std::vector<MarkRow>& missing) {
  if (missing.empty()) return;
  people::Audience families;
  for (const MarkRow& row : missing) families.children.push_back(row.pupil);
  const auto reached = people::unfold(tx, families);
  const Millis at = people::deliver_at(people::find_hours(tx, of_class.school).hours, tx.zone(), tx.now());
  for (const MarkRow& row : missing) {
    std::vector<notices::Recipient> adults;
    for (const people::Reached& one : reached) {
      if (one.child == row.pupil && one.person) adults.push_back({one.child, one.person});
    }
    notices::deliver(tx, {"attendance.absence", row.mark, 1, of_class.party, of_class.school}, at, adults);
  }
}

}  // namespace

Result<wire::Saved> keep_call(gate::Call<KeepCall>& call) {
  Tx& tx = call.tx;
  const KeepCall& in = call.in;
  TRY(check(in));
  const auto rows = rows_of_class(tx, call.actor, in.school_class, in.on_day, in.half);
  if (rows.empty()) return not_found("attendance.no_class");
  TRY(check_day(call.actor, rows.front(), in, tx.today()));

  const CallRow& of_class = rows.front();
  Merged merged = merge(call.actor, rows, in.marks);
  std::vector<MarkRow> first, again, to_tell;
  for (const Change& change : merged.changes) {
    const MarkRow row = mark_row(change.row->mark.value_or(tx.new_id<MarkId>()), change);
    (change.row->mark ? again : first).push_back(row);
    const bool news = row.absent && in.on_day == tx.today() && !change.row->part && !change.row->absent_other_half;
    // found absent anew after a correction, the family still holds the first notice: it is not sent twice
    if (news && !change.row->mark) to_tell.push_back(row);
    if (change.was.absent && !row.absent) notices::take_back(tx, row.mark);
    if (of_class.called_at) {
      tell_audit(
          tx, call.actor,
          {"attendance.correct", of_class.school, row.pupil, row.mark, fmt::format("{}>{}", word_of(change.was), word_of(change.is))});
    }
  }
  q::mark(tx, in.school_class, in.on_day, in.half, call.actor.person, tx.now(), first);
  q::mark_again(tx, call.actor.person, tx.now(), again);
  if (!of_class.called_at) {
    q::keep_call(tx, in.school_class, in.on_day, in.half, call.actor.person, tx.now());
    tell_audit(tx, call.actor, {"attendance.call", of_class.school, {}, in.school_class});
  }
  announce(tx, of_class, to_tell);
  return wire::Saved{of_class.called_at.value_or(tx.now()), std::move(merged.differing)};
}

}  // namespace attendance
