#include <map>

#include "features/homework/giving.h"
#include "features/homework/page.h"
#include "features/homework/policy.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/texts.h"
#include "features/homework/trace.h"
#include "features/homework/verbs.h"
#include "features/homework/writing.h"

namespace homework {

namespace {

constexpr std::int64_t most_copied = 200;

std::vector<FieldError> wrong_weeks(const CopyWeek& in, Date today) {
  std::vector<FieldError> wrong;
  if (in.from_monday != monday_of(in.from_monday)) wrong.push_back({"/from_monday", "homework.not_monday"});
  if (in.to_monday != monday_of(in.to_monday)) wrong.push_back({"/to_monday", "homework.not_monday"});
  if (in.to_monday == in.from_monday) wrong.push_back({"/to_monday", "homework.same_week"});
  if (school_year_of(in.to_monday) != school_year_of(today)) wrong.push_back({"/to_monday", "homework.other_year"});
  return wrong;
}

/// A week's work is what is due in it; a lesson without work belongs to its own day.
bool is_of_week(const BookRow& row, Date monday) {
  const Date day = row.due_on.value_or(row.given_on);
  return day >= monday && day < monday + 7 && !row.withdrawn_at;
}

/// One week moved to another.
class Copy {
 public:
  Copy(Tx& tx, const Actor& actor, const CopyWeek& in)
      : tx_(tx), actor_(actor), moment_(moment_of(tx, *actor.school)), by_days_(in.to_monday.days - in.from_monday.days) {
    written_ = written_work_of(tx, *actor.school).allowed;
  }

  Result<> add(const BookRow& row, std::span<const CountedTarget> named) {
    std::vector<ChooseTarget> wished;
    for (const CountedTarget& one : named) wished.push_back({one.kind, one.target});
    const auto targets = choose_targets(tx_, actor_, wished);
    const auto base = row.short_of ? made_.find(*row.short_of) : made_.end();
    const bool orphan = row.short_of && base == made_.end();
    if (!targets || orphan || (row.kind == WorkKind::written && !written_)) {
      ++copied_.left_out;
      return {};
    }
    NewText text = moved(row);
    if (row.short_of) text.short_of = base->second;
    TRY(check_days(tx_, actor_, *targets, text.given_on));
    made_[row.entry] = keep_entry(tx_, actor_, moment_, text, *targets);
    ++copied_.given;
    return {};
  }
  wire::Copied copied() const { return copied_; }

 private:
  /// Days off give way to the next school day. Work is given today, or the day its lesson was when that has passed.
  NewText moved(const BookRow& row) {
    NewText text{row.given_on + by_days_, row.from_minute, {}, static_cast<const TextColumns&>(row)};
    bool late = false;
    const auto onto_school_day = [&](Date day) {
      if (moment_.calendar.is_school_day(day)) return day;
      late = true;
      return moment_.calendar.next_school_day(day).value_or(day);
    };
    if (row.due_on) text.text.due_on = onto_school_day(*row.due_on + by_days_);
    if (row.done) {
      text.given_on = onto_school_day(text.given_on);
    } else {
      text.given_on = std::min(text.given_on, tx_.today());
    }
    if (text.text.due_on && *text.text.due_on <= text.given_on) {
      text.text.due_on = moment_.calendar.next_school_day(text.given_on).value_or(text.given_on + 1);
    }
    if (late) ++copied_.moved;
    return text;
  }

  Tx& tx_;
  const Actor& actor_;
  Moment moment_;
  int by_days_;
  bool written_ = false;
  std::map<EntryId, EntryId> made_;
  wire::Copied copied_{0, 0, 0};
};

}  // namespace

Result<wire::Copied> copy_week(gate::Call<CopyWeek>& call) {
  Tx& tx = call.tx;
  const CopyWeek& in = call.in;
  const auto own = call.actor.classes(write);
  if (std::find(own.begin(), own.end(), in.school_class) == own.end()) return not_found("homework.no_class");
  if (auto wrong = wrong_weeks(in, tx.today()); !wrong.empty()) return refuse(std::move(wrong));

  auto rows = q::class_entries(tx, own, {}, in.school_class, {}, in.from_monday - farthest_due, in.from_monday, in.from_monday + 6,
                               tx.today(), most_copied);
  std::erase_if(rows, [&](const BookRow& row) { return !is_of_week(row, in.from_monday); });
  // what a shorter version shortens comes first
  std::stable_partition(rows.begin(), rows.end(), [](const BookRow& row) { return !row.short_of; });
  std::vector<EntryId> ids;
  for (const BookRow& row : rows) ids.push_back(row.entry);
  std::map<EntryId, std::vector<CountedTarget>> targets;
  for (CountedTarget& target : q::counted_targets(tx, ids, tx.today())) targets[target.entry].push_back(std::move(target));

  Copy copy(tx, call.actor, in);
  for (const BookRow& row : rows) TRY(copy.add(row, targets[row.entry]));
  tell_audit(tx, call.actor, {"homework.copy_week", *call.actor.school, in.school_class});
  return copy.copied();
}

}  // namespace homework
