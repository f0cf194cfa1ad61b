#include "gate/entrance.h"

#include "gate/acts.h"
#include "gate/queries.gen.h"

namespace gate {

namespace {

std::vector<Place> places_of_records(Tx& tx, std::span<const PersonId> self) {
  std::vector<Place> places;
  for (const ContextRow& row : q::contexts_of(tx, self, tx.today())) {
    const Profile profile = row.kind == "guardian_of" ? Profile::guardian : row.kind == "head_of_school" ? Profile::head : Profile::teacher;
    Place place{slug_of(profile, row.slug.value_or("")), profile};
    const bool known = std::any_of(places.begin(), places.end(), [&](const Place& p) { return p.slug == place.slug; });
    if (!known) places.push_back(std::move(place));
  }
  return places;
}

}  // namespace

bool nobody_yet(Tx& tx) { return !q::anyone(tx); }

std::vector<Place> places_of(Tx& tx, PersonId person) {
  std::vector<PersonId> self = q::merges_kept_by(tx, person);
  self.insert(self.begin(), person);
  return places_of_records(tx, self);
}

std::vector<Place> open_places(Tx& tx, std::string_view token) {
  if (token.empty()) return {};
  const auto holder = who_holds(tx, crypto::sha256(token));
  if (!holder) return {};
  auto places = places_of_records(tx, holder->actor.self);
  std::erase_if(places, [&](const Place& place) {
    return !still_serves(holder->session, place.profile, holder->session.seen_at, tx.now(), tx.zone());
  });
  return places;
}

void leave(Tx& tx, std::string_view token) {
  if (!token.empty()) q::end_token(tx, crypto::sha256(token), tx.now());
}

}  // namespace gate
