#include "features/liaison/liaison.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/talk_verbs.h"
#include "features/liaison/verbs.h"

namespace liaison {

namespace {

using gate::Method;
using gate::route;

gate::Routes routes() {
  return {
      route<Method::GET>("/liaison/notes", read, list_notes),
      route<Method::GET>("/liaison/notes/{note}", read, find_note),
      route<Method::GET>("/liaison/notes/{note}/files/{upload}", see_files, note_file),
      route<Method::POST>("/liaison/notes/{note}/open", read, open_note),
      route<Method::POST>("/liaison/notes/{note}/sign", sign, sign_note),
      route<Method::POST>("/liaison/notes/{note}/answer", sign, answer_note),
      route<Method::POST>("/liaison/notes/{note}/unsign", sign, unsign_note),
      route<Method::GET>("/liaison/desk", write, open_desk),
      route<Method::POST>("/liaison/notes", write, send_note),
      route<Method::PUT>("/liaison/notes/{note}", write, change_note),
      route<Method::POST>("/liaison/notes/{note}/withdraw", write, withdraw_note),
      route<Method::GET>("/liaison/sent", follow, list_sent),
      route<Method::GET>("/liaison/notes/{note}/follow-up", follow, follow_up),
      route<Method::POST>("/liaison/notes/{note}/remind", follow, remind),
      route<Method::POST>("/liaison/notes/{note}/paper", follow, record_slip),
      route<Method::POST>("/liaison/notes/{note}/paper/undo", follow, undo_slip),
      route<Method::GET>("/liaison/contacts", write_to_school, list_contacts),
      route<Method::GET>("/liaison/search", talk, search),
      route<Method::GET>("/liaison/conversations", talk, list_conversations),
      route<Method::POST>("/liaison/conversations", write_to_school, start_conversation),
      route<Method::GET>("/liaison/conversations/{conversation}", talk, find_conversation),
      route<Method::POST>("/liaison/conversations/{conversation}/open", talk, open_conversation),
      route<Method::POST>("/liaison/conversations/{conversation}/messages", talk, post_message),
  };
}

/// Kept to the end of the school year and one year more (docs/sources.md#register).
std::vector<PersonalData> personal_data() {
  using enum PersonalData::OnErasure;
  constexpr auto only_numbers = "il n'y reste que des numéros quand la personne est effacée";
  return {
      {"liaison_note", {"author"}, "A-CFE", "mots de l'école aux familles", 12, blank, {"author_name"}},
      {"liaison_version", {"made_by"}, "A-CFE", "chaque version d'un mot, telle qu'elle est partie", 12, blank, {"salt"}},
      {"liaison_audience", {"target"}, "A-CFE", "à qui un mot a été adressé", 12, keep, {}, only_numbers},
      {"liaison_signature", {"child", "person", "recorded_by"}, "A-CFE", "qui a signé quelle version", 12, keep, {}, only_numbers},
      {"liaison_answer",
       {"child", "person", "recorded_by"},
       "A-CFE",
       "ce qu'un adulte a répondu pour un enfant, chaque fois",
       12,
       blank,
       {"answers", "must_agree"}},
      {"liaison_conversation", {"child", "opened_by"}, "A-CFE", "échanges ouverts par les familles", 12, blank, {"title"}},
      {"liaison_message", {"author"}, "A-CFE", "ce que familles et école s'écrivent", 12, blank, {"author_name", "body", "fold"}},
      {"liaison_reminder", {"made_by"}, "A-CFE", "quand les familles attendues ont été relancées", 12, keep, {}, only_numbers},
  };
}

}  // namespace

gate::Plug plug() {
  return {.name = "liaison",
          .routes = routes(),
          .cards = {gate::card("liaison_family", read, family_card), gate::card("liaison_follow", follow, follow_card)},
          .personal_data = personal_data(),
          .check_queries = q::check};
}

}  // namespace liaison
