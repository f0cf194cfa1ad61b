#pragma once
#include "attendance/wire.h"
#include "gate/call.h"

/// What the room can be asked, each with what it is given. The paths and rights are in plug.cpp.
namespace attendance {

// ---- a guardian

/// What was told and missed of each child. 3 statements, and 2 a school.
Result<wire::Family> family(gate::Call<gate::NoInput>&);

struct Tell {
  PersonId child;
  Date from_on;
  std::optional<Date> until_on;  // with `day` only: each school day of a period, at most 20
  Part part;
  std::optional<std::int64_t> minute;  // with arrives and leaves: of the day, 6:00 to 20:00
  Reason reason;
  std::optional<std::string> line;  // at most 120 characters
};
BOOST_DESCRIBE_STRUCT(Tell, (), (child, from_on, until_on, part, minute, reason, line))
/// The hour that counts is that of the server's receipt: what was written in time without network and arrives late is late.
/// Errors: not_found — attendance.no_child
///         refused   — attendance.may_not_tell (informed only, or no longer at that school), attendance.phone_the_school (too late)
///         conflict  — attendance.already_told
///         invalid   — /from_on attendance.date_past, attendance.not_a_school_day · /until_on attendance.dates, attendance.too_long,
///                     attendance.whole_days_only · /part attendance.no_class_then · /minute attendance.minute · /line attendance.line_long
/// Source: LIA-04 (docs/requirements.md)
Result<wire::ToldList> tell_day(gate::Call<Tell>&);

struct ChangeTold {
  ToldId told;
  std::int64_t version;  // the one that was read
  Part part;
  std::optional<std::int64_t> minute;
  Reason reason;
  std::optional<std::string> line;
};
BOOST_DESCRIBE_STRUCT(ChangeTold, (), (told, version, part, minute, reason, line))
/// Errors: as tell_day, and not_found — attendance.no_told; refused — attendance.told_by_other; stale — attendance.stale
Result<wire::Told> change_told(gate::Call<ChangeTold>&);

struct WithdrawTold {
  ToldId told;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(WithdrawTold, (), (told, version))
/// Errors: as change_told
Result<> withdraw_told(gate::Call<WithdrawTold>&);

struct Explain {
  PersonId child;
  Date on_day;
  Reason reason;
  std::optional<std::string> line;
};
BOOST_DESCRIBE_STRUCT(Explain, (), (child, on_day, reason, line))
/// The reason of an absence that the roll call found, given afterwards.
/// Errors: not_found — attendance.no_child, attendance.nothing_missed
///         refused   — attendance.may_not_tell, attendance.too_old (more than 30 days)
///         conflict  — attendance.already_told (by another guardian)
///         invalid   — /line attendance.line_long
Result<> explain(gate::Call<Explain>&);

struct OpenMissed {
  MarkId mark;
};
BOOST_DESCRIBE_STRUCT(OpenMissed, (), (mark))
/// Says that the notice of an absence was read.
/// Errors: not_found — attendance.nothing_missed
Result<> open_missed(gate::Call<OpenMissed>&);

// ---- a teacher, a substitute, a head

struct FindCall {
  ClassId school_class;
  std::optional<Date> on_day;  // today
  std::optional<Half> half;    // this one
};
BOOST_DESCRIBE_STRUCT(FindCall, (), (school_class, on_day, half))
/// Errors: not_found — attendance.no_class (none of that day's school year within reach)
Result<wire::RollCall> find_call(gate::Call<FindCall>&);

struct Marked {
  PersonId pupil;
  bool absent;
  std::optional<std::int64_t> arrived_minute;
  std::optional<std::int64_t> left_minute;
  std::int64_t version;  // of the mark that was seen; 0: none
};
BOOST_DESCRIBE_STRUCT(Marked, (), (pupil, absent, arrived_minute, left_minute, version))
struct KeepCall {
  ClassId school_class;
  Date on_day;
  Half half;
  std::vector<Marked> marks;  // at most 60; whoever is left out stays as they are
};
BOOST_DESCRIBE_STRUCT(KeepCall, (), (school_class, on_day, half, marks))
/// The roll is called, or corrected. Each pupil's state is set, never toggled: sent again, it changes nothing; two people at once lose
/// nothing (merge.h). Whoever is no longer of the class that day is left out. A family that told nothing gets a notice of an absence.
/// Errors: not_found — attendance.no_class
///         invalid   — /on_day attendance.not_a_school_day, attendance.date_future · /marks too_long · /marks/N attendance.presence
///         refused   — attendance.day_over (a past day is the head's to correct)
Result<wire::Saved> keep_call(gate::Call<KeepCall>&);

struct FindRegister {
  ClassId school_class;
  std::optional<Date> on_day;  // any day of the month; this one
};
BOOST_DESCRIBE_STRUCT(FindRegister, (), (school_class, on_day))
/// Errors: not_found — attendance.no_class
Result<wire::Register> find_register(gate::Call<FindRegister>&);

// ---- a head

struct OnDay {
  std::optional<Date> on_day;  // today
};
BOOST_DESCRIBE_STRUCT(OnDay, (), (on_day))
Result<wire::Today> find_today(gate::Call<OnDay>&);
/// Of the month that holds the day.
Result<wire::Unexplained> list_unexplained(gate::Call<OnDay>&);

struct Phoned {
  PersonId pupil;
  Date on_day;
  bool phoned;  // false: takes it back
};
BOOST_DESCRIBE_STRUCT(Phoned, (), (pupil, on_day, phoned))
/// Errors: not_found — attendance.nothing_missed (not a pupil of the school marked absent that day)
Result<> mark_phoned(gate::Call<Phoned>&);

Result<wire::Hours> find_hours(gate::Call<gate::NoInput>&);
struct SetHours {
  std::int64_t until_minute;         // of the day, 7:00 to 12:00
  std::optional<std::string> phone;  // 4 to 20 digits, spaces, dots and +
  std::int64_t version;              // the one that was read
};
BOOST_DESCRIBE_STRUCT(SetHours, (), (until_minute, phone, version))
/// Errors: invalid — /until_minute attendance.hour_range, /phone attendance.phone_form
///         stale   — attendance.stale
Result<wire::Hours> set_hours(gate::Call<SetHours>&);

// ---- cards of the home

Result<wire::FamilyCard> family_card(Tx&, const Actor&);
Result<wire::CallCard> call_card(Tx&, const Actor&);
Result<wire::TodayCard> today_card(Tx&, const Actor&);

}  // namespace attendance
