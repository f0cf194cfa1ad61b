#include "attendance/child.h"
#include "attendance/half_days.h"
#include "attendance/names.h"
#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/trace.h"
#include "attendance/verbs.h"

namespace attendance {

namespace {

constexpr std::size_t most_on_card = 10;

bool missing(const AwayRow& row) { return row.morning_absent.value_or(false) || row.afternoon_absent.value_or(false); }
bool to_call(const AwayRow& row) { return missing(row) && !row.part && !row.phoned_at; }

std::optional<Presence> presence(std::optional<bool> absent, std::optional<std::int64_t> arrived, std::optional<std::int64_t> left) {
  if (!absent) return {};
  return Presence{*absent, arrived, left};
}

wire::Away as_seen(const AwayRow& row, std::string name) {
  wire::Away out{row.pupil,
                 std::move(name),
                 row.school_class,
                 row.class_label,
                 presence(row.morning_absent, row.morning_arrived, row.morning_left),
                 presence(row.afternoon_absent, row.afternoon_arrived, row.afternoon_left),
                 {},
                 to_call(row),
                 row.phoned_at,
                 row.phoned_by,
                 {}};
  if (row.part) out.said = wire::Said{*row.part, row.minute, *row.reason, row.line, *row.told_at};
  return out;
}

std::vector<std::string> names_of(const std::vector<AwayRow>& rows) {
  std::vector<Named> all;
  for (const AwayRow& row : rows) all.push_back(named(row));
  return whole(all);
}

/// Of whoever is missing and of whom nothing was told, even once telephoned: it may be needed again.
void add_adults(Tx& tx, std::vector<wire::Away>& away) {
  std::vector<PersonId> unexplained;
  for (const wire::Away& one : away) {
    if (one.to_call || one.phoned_at) unexplained.push_back(one.pupil);
  }
  if (unexplained.empty()) return;
  for (AdultRow& row : q::adults_of(tx, unexplained, tx.today())) {
    for (wire::Away& one : away) {
      if (one.pupil == row.child) one.adults.push_back({row.person, row.name, row.relation, row.phone});
    }
  }
}

bool class_in(const std::vector<ClassRow>& classes, Date on_day, Half half) {
  return !classes.empty() && has_class(pattern_of(classes.front(), on_day), half);
}

}  // namespace

Result<wire::Today> find_today(gate::Call<OnDay>& call) {
  Tx& tx = call.tx;
  const auto now = tx.zone().local(tx.now());
  const Date on_day = call.in.on_day.value_or(now.date);
  const auto schools = call.actor.schools(lead);
  wire::Today out{on_day, half_at(now.minute), false, {}, {}};
  const auto classes = q::classes_on(tx, schools, on_day, school_year_of(on_day));
  out.school_day = class_in(classes, on_day, Half::morning);
  for (const ClassRow& row : classes) {
    out.classes.push_back(
        {row.school_class, row.label, row.pupils, row.morning_at, row.afternoon_at, row.absent_morning, row.absent_afternoon});
  }
  const auto rows = q::away_on(tx, schools, on_day, school_year_of(on_day));
  auto names = names_of(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) out.away.push_back(as_seen(rows[i], std::move(names[i])));
  add_adults(tx, out.away);
  return out;
}

Result<wire::TodayCard> today_card(Tx& tx, const Actor& actor) {
  const auto now = tx.zone().local(tx.now());
  const auto schools = actor.schools(lead);
  const auto classes = q::classes_on(tx, schools, now.date, school_year_of(now.date));
  wire::TodayCard card{half_at(now.minute), false, 0, 0, 0, 0, {}};
  card.school_day = class_in(classes, now.date, card.half);
  for (const ClassRow& row : classes) {
    const bool morning = card.half == Half::morning;
    const auto absent = morning ? row.absent_morning : row.absent_afternoon;
    card.classes += row.pupils > 0;
    if (!(morning ? row.morning_at : row.afternoon_at)) continue;
    ++card.called;
    card.absent += absent;
    card.present += row.pupils - absent;
  }
  const auto rows = q::away_on(tx, schools, now.date, school_year_of(now.date));
  const auto names = names_of(rows);
  for (std::size_t i = 0; i < rows.size() && card.to_call.size() < most_on_card; ++i) {
    if (to_call(rows[i])) card.to_call.push_back(names[i] + ", " + rows[i].class_label);
  }
  return card;
}

Result<> mark_phoned(gate::Call<Phoned>& call) {
  Tx& tx = call.tx;
  const auto& [pupil, on_day, phoned] = call.in;
  const auto school = q::absent_pupil(tx, call.actor.schools(lead), pupil, on_day);
  if (!school) return not_found("attendance.nothing_missed");
  if (phoned) {
    q::phone(tx, *school, pupil, on_day, call.actor.person, tx.now());
  } else {
    q::unphone(tx, *school, pupil, on_day);
  }
  tell_audit(tx, call.actor, {phoned ? "attendance.phone" : "attendance.unphone", *school, pupil});
  return {};
}

}  // namespace attendance
