#include "gate/entrance.h"

#include "gate/acts.h"
#include "gate/context.h"
#include "gate/queries.gen.h"

namespace gate {

namespace {

std::vector<Place> places_of_records(Tx& tx, std::span<const PersonId> self) {
  std::vector<Place> places;
  for (Held& held : contexts_held(tx, self)) places.push_back({std::move(held.slug), held.profile});
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
  if (token.empty()) return;
  const auto hash = crypto::sha256(token);
  if (const auto holder = who_holds(tx, hash)) store::standing_changed(tx, holder->actor.person);
  q::end_token(tx, hash, tx.now());
}

}  // namespace gate
