#include "attendance/child.h"
#include "attendance/half_days.h"
#include "attendance/hours.h"
#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/trace.h"
#include "attendance/verbs.h"
#include "base/text.h"

namespace attendance {

namespace {

constexpr std::size_t longest_line = 120;
constexpr std::size_t most_days = 20;
constexpr int furthest = 120;  // days ahead
constexpr std::int64_t first_minute = 6 * 60, last_minute = 20 * 60;

using Problems = std::vector<FieldError>;

std::unexpected<Error> refuse(Problems problems) {
  return std::unexpected(Error{Fault::invalid, problems.front().code, std::move(problems)});
}

/// Tidied; an empty line is none.
std::optional<std::string> line_of(const std::optional<std::string>& typed, Problems& problems) {
  if (!typed) return {};
  std::string line;
  if (!text::tidy(*typed, line) || text::length(line) > longest_line || line.find('\n') != line.npos) {
    problems.push_back({"/line", "attendance.line_long"});
  }
  if (line.empty()) return {};
  return line;
}

void check_minute(Part part, const std::optional<std::int64_t>& minute, Problems& problems) {
  const bool needed = part == Part::arrives || part == Part::leaves;
  const bool given = minute && *minute >= first_minute && *minute <= last_minute;
  if (needed != minute.has_value() || (needed && !given)) problems.push_back({"/minute", "attendance.minute"});
}

/// There is class in the half that is told.
bool possible(Part part, const std::optional<std::int64_t>& minute, people::DayPattern day) {
  if (part == Part::day) return true;
  if (part == Part::afternoon) return has_class(day, Half::afternoon);
  return !minute || has_class(day, half_at(*minute));
}

std::vector<Date> school_days(const people::SchoolCalendar& calendar, Date from_on, Date until_on) {
  std::vector<Date> days;
  for (Date day = from_on; day <= until_on; day = day + 1) {
    if (calendar.is_school_day(day)) days.push_back(day);
  }
  return days;
}

/// The days that are told, each a school day of the child's.
std::vector<Date> days_of(const Tell& in, const ChildRow& child, const people::SchoolCalendar& calendar, Date today, Problems& problems) {
  const Date last = in.until_on.value_or(in.from_on);
  if (in.from_on < today) problems.push_back({"/from_on", "attendance.date_past"});
  if (last < in.from_on || last > today + furthest) problems.push_back({"/until_on", "attendance.dates"});
  if (in.until_on && in.part != Part::day) problems.push_back({"/until_on", "attendance.whole_days_only"});
  if (!problems.empty()) return {};
  auto days = school_days(calendar, in.from_on, last);
  std::erase_if(days, [&](Date day) { return !enrolled(child, day); });
  if (days.empty()) problems.push_back({"/from_on", "attendance.not_a_school_day"});
  if (days.size() > most_days) problems.push_back({"/until_on", "attendance.too_long"});
  if (days.size() == 1 && !possible(in.part, in.minute, calendar.pattern(days.front()))) {
    problems.push_back({"/part", "attendance.no_class_then"});
  }
  return days;
}

/// What a guardian told themself, while it may still be told otherwise.
Result<ToldRow> find_told(Tx& tx, const Actor& actor, ToldId told, std::int64_t version) {
  auto row = q::told_one(tx, actor.children(see), told);
  if (!row) return not_found("attendance.no_told");
  const ChildRow child = TRY(find_child(tx, actor, row->child));
  if (!is_own(actor, row->told_by)) return refused("attendance.told_by_other");
  if (!may_tell_of(row->on_day, tx.zone().local(tx.now()), child.until_minute.value_or(usual_until))) {
    return refused("attendance.phone_the_school");
  }
  if (row->version != version) return stale("attendance.stale");
  return *std::move(row);
}

}  // namespace

Result<wire::ToldList> tell_day(gate::Call<Tell>& call) {
  Tx& tx = call.tx;
  const Tell& in = call.in;
  const ChildRow child = TRY(find_child(tx, call.actor, in.child));
  Problems problems;
  const auto line = line_of(in.line, problems);
  check_minute(in.part, in.minute, problems);
  const auto days = days_of(in, child, people::calendar_of(tx, child.school), tx.today(), problems);
  if (!problems.empty()) return refuse(std::move(problems));
  if (!may_tell_of(days.front(), tx.zone().local(tx.now()), child.until_minute.value_or(usual_until))) {
    return refused("attendance.phone_the_school");
  }
  if (q::told_between(tx, in.child, days.front(), days.back())) return conflict("attendance.already_told");

  std::vector<ToldRow> rows;
  wire::ToldList out;
  for (const Date day : days) {
    rows.push_back({tx.new_id<ToldId>(), in.child, child.school, day, in.part, in.minute, in.reason, line, call.actor.person, tx.now(), 1});
    out.told.push_back(as_seen(call.actor, rows.back(), true));
  }
  q::tell(tx, rows);
  tell_audit(tx, call.actor, {"attendance.tell", child.school, in.child, rows.front().told});
  return out;
}

Result<wire::Told> change_told(gate::Call<ChangeTold>& call) {
  Tx& tx = call.tx;
  const ChangeTold& in = call.in;
  ToldRow row = TRY(find_told(tx, call.actor, in.told, in.version));
  Problems problems;
  const auto line = line_of(in.line, problems);
  check_minute(in.part, in.minute, problems);
  if (!possible(in.part, in.minute, people::calendar_of(tx, row.school).pattern(row.on_day))) {
    problems.push_back({"/part", "attendance.no_class_then"});
  }
  if (!problems.empty()) return refuse(std::move(problems));

  q::change_told(tx, in.told, in.version, in.part, in.minute, in.reason, line);
  tell_audit(tx, call.actor, {"attendance.change_told", row.school, row.child, in.told});
  row.part = in.part;
  row.minute = in.minute;
  row.reason = in.reason;
  row.line = line;
  ++row.version;
  return as_seen(call.actor, row, true);
}

Result<> withdraw_told(gate::Call<WithdrawTold>& call) {
  const ToldRow row = TRY(find_told(call.tx, call.actor, call.in.told, call.in.version));
  q::withdraw(call.tx, row.told, row.version);
  tell_audit(call.tx, call.actor, {"attendance.withdraw", row.school, row.child, row.told});
  return {};
}

Result<> explain(gate::Call<Explain>& call) {
  Tx& tx = call.tx;
  const Explain& in = call.in;
  const ChildRow child = TRY(find_child(tx, call.actor, in.child));
  Problems problems;
  const auto line = line_of(in.line, problems);
  if (!problems.empty()) return refuse(std::move(problems));
  if (!q::was_absent(tx, in.child, in.on_day)) return not_found("attendance.nothing_missed");
  if (!may_explain(in.on_day, tx.today())) return refused("attendance.too_old");

  const auto told = q::told_on(tx, in.child, in.on_day);
  if (told && !is_own(call.actor, told->told_by)) return conflict("attendance.already_told");
  if (told) {
    q::change_told(tx, told->told, told->version, Part::day, {}, in.reason, line);
  } else {
    const ToldRow row{tx.new_id<ToldId>(), in.child, child.school,      in.on_day, Part::day, {},
                      in.reason,           line,     call.actor.person, tx.now(),  1};
    q::tell(tx, std::span(&row, 1));
  }
  tell_audit(tx, call.actor, {"attendance.explain", child.school, in.child, {}});
  return {};
}

}  // namespace attendance
