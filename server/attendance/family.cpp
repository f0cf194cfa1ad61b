#include "attendance/child.h"
#include "attendance/hours.h"
#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/verbs.h"
#include "notices/notices.h"

namespace attendance {

namespace {

constexpr std::size_t most_days = 12;

std::int64_t until_of(const ChildRow& child) { return child.until_minute.value_or(usual_until); }

bool may_tell(const Actor& actor, const ChildRow& child, Date today) {
  return actor.reaches_child(tell, child.child) && enrolled(child, today);
}

/// Today while it is time, then the next school days.
std::vector<Date> tellable_days(const people::SchoolCalendar& calendar, const ChildRow& child, Zone::Local now) {
  std::vector<Date> days;
  if (calendar.is_school_day(now.date) && may_tell_of(now.date, now, until_of(child))) days.push_back(now.date);
  for (auto next = calendar.next_school_day(now.date); next && days.size() < most_days; next = calendar.next_school_day(*next)) {
    if (!enrolled(child, *next)) break;
    days.push_back(*next);
  }
  return days;
}

wire::Missed as_seen(const Actor& actor, const MissedRow& row, bool may_act, Date today) {
  const bool mine = row.explained && row.told_by && is_own(actor, *row.told_by);
  const bool by_other = row.told_by && !is_own(actor, *row.told_by);
  return {row.mark,
          row.child,
          row.on_day,
          row.half,
          row.absent,
          row.arrived_minute,
          row.left_minute,
          row.explained,
          mine,
          may_act && row.absent && !row.explained && !by_other && may_explain(row.on_day, today),
          row.unread};
}

wire::FamilyChild of_child(const Actor& actor, const ChildRow& child, Date today) {
  return {child.child,
          child.first_name,
          child.school_name,
          child.class_label,
          may_tell(actor, child, today),
          pattern_of(child, today) != people::DayPattern::off,
          until_of(child),
          child.phone};
}

}  // namespace

Result<wire::Family> family(gate::Call<gate::NoInput>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const auto now = tx.zone().local(tx.now());
  const auto ids = actor.children(see);
  const auto children = q::family_children(tx, ids, now.date);
  const auto told = q::told_from(tx, ids, now.date);
  const auto missed = q::missed_from(tx, actor.self, ids, date_of(school_year_of(now.date), 8, 1), tx.now());
  wire::Family out;
  for (const ChildRow& child : children) {
    wire::FamilyChild one = of_child(actor, child, now.date);
    if (one.may_tell) one.days = tellable_days(people::calendar_of(tx, child.school), child, now);
    for (const ToldRow& row : told) {
      if (row.child != child.child) continue;
      one.told.push_back(attendance::as_seen(actor, row, one.may_tell && may_tell_of(row.on_day, now, one.until_minute)));
    }
    for (const MissedRow& row : missed) {
      if (row.child != child.child) continue;
      one.missed.push_back(as_seen(actor, row, one.may_tell, now.date));
      one.half_days += row.absent;
    }
    out.children.push_back(std::move(one));
  }
  return out;
}

Result<wire::FamilyCard> family_card(Tx& tx, const Actor& actor) {
  const auto now = tx.zone().local(tx.now());
  const auto ids = actor.children(see);
  const auto told = q::told_from(tx, ids, now.date);
  wire::FamilyCard card;
  for (const ChildRow& child : q::family_children(tx, ids, now.date)) {
    const bool class_today = pattern_of(child, now.date) != people::DayPattern::off;
    wire::ChildToday one{child.child,
                         may_tell(actor, child, now.date),
                         class_today,
                         class_today && may_tell_of(now.date, now, until_of(child)),
                         until_of(child),
                         child.phone,
                         {},
                         child.missing};
    for (const ToldRow& row : told) {
      if (row.child != child.child) continue;
      one.told = attendance::as_seen(actor, row, one.may_tell && may_tell_of(row.on_day, now, one.until_minute));
      break;  // the soonest
    }
    card.children.push_back(std::move(one));
  }
  return card;
}

Result<> open_missed(gate::Call<OpenMissed>& call) {
  const auto child = q::mark_of_child(call.tx, call.actor.children(see), call.in.mark);
  if (!child) return not_found("attendance.nothing_missed");
  notices::open(call.tx, call.actor, call.in.mark, *child);
  return {};
}

}  // namespace attendance
