#include "attendance/attendance.h"
#include "attendance/queries.gen.h"
#include "attendance/rights.h"
#include "attendance/verbs.h"

namespace attendance {

namespace {

using enum gate::Method;
using gate::route;

gate::Routes routes() {
  return {
      route<GET>("/attendance/family", see, family),
      route<POST>("/attendance/told", tell, tell_day),
      route<PUT>("/attendance/told/{told}", tell, change_told),
      route<POST>("/attendance/told/{told}/withdraw", tell, withdraw_told),
      route<POST>("/attendance/explain", tell, explain),
      route<POST>("/attendance/missed/{mark}/open", see, open_missed),
      route<GET>("/attendance/classes/{school_class}/call", call_roll, find_call),
      route<PUT>("/attendance/classes/{school_class}/call", call_roll, keep_call),
      route<GET>("/attendance/classes/{school_class}/register", call_roll, find_register),
      route<GET>("/attendance/today", lead, find_today),
      route<PUT>("/attendance/pupils/{pupil}/phoned", lead, mark_phoned),
      route<GET>("/attendance/unexplained", lead, list_unexplained),
      route<GET>("/attendance/hours", lead, find_hours),
      route<PUT>("/attendance/hours", lead, set_hours),
  };
}

/// The file of a pupil's absences lasts as long as the school year; three months more let the last register be printed and answered for.
/// Source: Code de l'éducation, article R131-6
std::vector<PersonalData> personal_data() {
  using enum PersonalData::OnErasure;
  return {
      {"attendance_told",
       {"child", "told_by"},
       "A-CFE",
       "ce qu'une famille dit d'une absence : une catégorie de motif, jamais la santé",
       3,
       remove},
      {"attendance_call",
       {"called_by"},
       "A-CFE",
       "que l'appel d'une demi-journée a été fait",
       3,
       keep,
       {},
       "le registre est celui de la classe ; il n'y reste qu'un numéro quand la personne est effacée"},
      {"attendance_mark", {"pupil", "marked_by"}, "A-CFE", "le registre d'appel : absences, retards, départs", 3, remove},
      {"attendance_phoned", {"child", "phoned_by"}, "A-CFE", "que l'école a appelé la famille d'un enfant absent", 3, remove},
      {"attendance_hours",
       {"changed_by"},
       "A-HAB",
       "l'heure jusqu'à laquelle une absence s'annonce, et qui l'a choisie",
       0,
       keep,
       {},
       "le réglage est celui de l'école ; il n'y reste qu'un numéro quand la personne est effacée"},
  };
}

}  // namespace

std::vector<Date> absent_days(Tx& tx, PersonId pupil, Date from_on, Date until_on) { return q::days_missed(tx, pupil, from_on, until_on); }

gate::Plug plug() {
  return {.name = "attendance",
          .routes = routes(),
          .cards = {gate::card("attendance_family", see, family_card), gate::card("attendance_call", call_roll, call_card),
                    gate::card("attendance_today", lead, today_card)},
          .personal_data = personal_data(),
          .check_queries = q::check};
}

}  // namespace attendance
