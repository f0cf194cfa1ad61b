#include "uploads/limits.h"
#include "uploads/queries.gen.h"
#include "uploads/rights.h"
#include "uploads/uploads.h"
#include "uploads/usage.h"
#include "uploads/verbs.h"

namespace uploads {

namespace {

using enum gate::Method;
using gate::Call;
using gate::NoInput;
using gate::route;

gate::Routes routes(const Settings& settings) {
  const auto workshop = std::make_shared<Workshop>(settings);
  return {
      route<GET, NoInput, wire::Room>("/uploads", send, [settings](Call<NoInput>& call) { return see_room(call, settings); }),
      route<POST, Begin, wire::Begun>("/uploads", send, [settings](Call<Begin>& call) { return begin_upload(call, settings); }),
      route<GET>("/uploads/{upload}", send, see_progress),
      route<PUT, SendPart, void>("/uploads/{upload}/parts/{part}", send,
                                 [workshop](Call<SendPart>& call) { return send_part(call, *workshop); })
          .taking(part_bytes),
      route<POST, Finish, wire::File>("/uploads/{upload}/finish", send,
                                      [workshop, settings](Call<Finish>& call) { return finish_upload(call, *workshop, settings); }),
      route<DELETE>("/uploads/{upload}", send, drop_upload),
  };
}

/// A file is kept as long as a thing holds it, and goes with the last one; the dates are those of the room.
std::vector<PersonalData> personal_data() {
  using enum PersonalData::OnErasure;
  return {
      {"uploads_upload", {"author"}, "A-CFE", "fichiers joints par l'école à ce qu'elle écrit, et qui les a envoyés", 0, blank, {"name"}},
      {"uploads_part",
       {},
       "",
       "morceaux d'un envoi qui n'est pas fini",
       1,
       remove,
       {},
       "effacés avec leur envoi, au plus tard après 24 heures"},
      {"uploads_form", {}, "", "où sont les octets d'un fichier", 0, remove, {}, "effacées avec leur fichier"},
      {"uploads_attached", {}, "", "quel fichier est joint à quoi", 0, remove, {}, "des numéros, effacés avec ce qui porte le fichier"},
      {"uploads_usage", {}, "", "place prise par une école", 0, remove, {}, "un nombre par école"},
  };
}

}  // namespace

gate::Plug plug(const Settings& settings) {
  return {.name = "uploads",
          .routes = routes(settings),
          .personal_data = personal_data(),
          .jobs = {{"uploads.forget", forget_files_now}, {"uploads.sweep", sweep}},
          .check_queries = q::check};
}

}  // namespace uploads
