#include "features/homework/homework.h"
#include "features/homework/hours.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/verbs.h"

namespace homework {

namespace {

using gate::Method;
using gate::route;

gate::Routes routes() {
  return {
      route<Method::GET>("/homework/items", read, list_items),
      route<Method::POST>("/homework/entries/{entry}/tick", tick, tick_work),
      route<Method::GET>("/homework/book", consult, open_book),
      route<Method::GET>("/homework/entries/{entry}", consult, find_entry),
      route<Method::GET>("/homework/desk", write, open_desk),
      route<Method::POST>("/homework/entries", write, give),
      route<Method::PUT>("/homework/entries/{entry}", write, change_entry),
      route<Method::POST>("/homework/entries/{entry}/withdraw", write, withdraw_entry),
      route<Method::POST>("/homework/classes/{school_class}/copy", write, copy_week),
      route<Method::PUT>("/homework/classes/{school_class}/opening", open_period, set_opening),
      route<Method::GET>("/homework/written-work", decide, find_written),
      route<Method::PUT>("/homework/written-work", decide, decide_written),
      route<Method::GET>("/homework/subjects", decide, list_subjects),
      route<Method::POST>("/homework/subjects", decide, add_subject),
      route<Method::POST>("/homework/subjects/{subject}/retire", decide, retire_subject),
      route<Method::GET>("/homework/search", find, find_words),
      route<Method::GET>("/homework/entries/{entry}/files/{upload}", find, entry_file),
  };
}

/// Kept to the end of the school year and one year more (docs/sources.md#register).
std::vector<PersonalData> personal_data() {
  using enum PersonalData::OnErasure;
  constexpr auto only_numbers = "il n'y reste que des numéros quand la personne est effacée";
  constexpr auto decided = "une décision de l'école reste avec son auteur";
  return {
      {"homework_subject", {"made_by"}, "A-CPE", "matières que l'école a ajoutées", 12, keep, {}, only_numbers},
      {"homework_entry", {"author"}, "A-CPE", "cahier de textes : qui a écrit quoi", 12, blank, {"author_name"}},
      {"homework_version", {"made_by"}, "A-CPE", "cahier de textes : chaque texte tel qu'il a été lu", 12, blank, {"made_by_name"}},
      {"homework_target", {"target"}, "A-CPE", "pour qui un travail a été donné", 12, remove},
      {"homework_tick", {"child"}, "A-CPE", "ce qu'un élève a coché", 12, remove},
      {"homework_decision", {"made_by"}, "A-CPE", "décisions de l'école sur le travail écrit à la maison", 60, keep, {}, decided},
      {"homework_opening", {"changed_by"}, "A-CPE", "ouverture du cahier aux nouveaux élèves", 12, keep, {}, only_numbers},
  };
}

}  // namespace

gate::Plug plug() {
  return {.name = "homework",
          .routes = routes(),
          .cards = {gate::card("homework_pupil", read_own, pupil_card), gate::card("homework_family", read_of_children, family_card),
                    gate::card("homework_class", write, class_card)},
          .personal_data = personal_data(),
          .jobs = {{"homework.hours_changed", move_to_new_hours}},
          .check_queries = q::check};
}

}  // namespace homework
