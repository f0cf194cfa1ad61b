#include "notices/live.h"

#include "base/json.h"
#include "notices/queries.gen.h"
#include "store/hints.h"
#include "store/jobs.h"

namespace notices {

namespace {

struct Arrival {
  SchoolId school;
  Millis at;
};
BOOST_DESCRIBE_STRUCT(Arrival, (), (school, at))

std::optional<Uuid> id_of(const Hearer& hearer) {
  if (hearer.person) return *hearer.person;
  if (hearer.desk_class) return *hearer.desk_class;
  if (hearer.desk_school) return *hearer.desk_school;
  return {};  // a child whom only paper reaches
}

void ring(Tx& tx, std::span<const Hearer> hearers) {
  for (const Hearer& hearer : hearers) {
    if (const auto to = id_of(hearer)) store::hint(tx, {to, "bell", {}});
  }
}

void refresh_one_at(Tx& tx, Millis at, const Thing& thing, std::span<const Hearer> hearers) {
  if (at <= tx.now()) return refresh(tx, hearers, thing.id);
  refresh_school_at(tx, thing.school, at);
}

}  // namespace

void refresh(Tx& tx, std::span<const Hearer> hearers, const Uuid& thing) {
  ring(tx, hearers);
  for (const Hearer& hearer : hearers) {
    if (const auto to = id_of(hearer)) store::hint(tx, {to, hearer.kind.substr(hearer.kind.find('.') + 1), thing});
  }
}

void refresh_at(Tx& tx, Millis at, const Thing& thing, std::span<const Recipient> recipients) {
  std::vector<Hearer> hearers;
  for (const Recipient& to : recipients) hearers.push_back({std::string(thing.kind), to.person, {}, {}});
  refresh_one_at(tx, at, thing, hearers);
}

void refresh_at(Tx& tx, Millis at, const Thing& thing, const Desk& desk) {
  const Hearer hearer{std::string(thing.kind), {}, desk.school_class, desk.school};
  refresh_one_at(tx, at, thing, std::span(&hearer, 1));
}

void refresh_school_at(Tx& tx, SchoolId school, Millis at) {
  store::add_job(tx, "notices.arrived", json::to_json(Arrival{school, at}), at);
}

Result<> refresh_school(Tx& tx, std::string_view payload) {
  const auto arrival = TRY(json::from_json<Arrival>(payload));
  ring(tx, q::hearers_in_school(tx, arrival.school, arrival.at));
  return {};
}

}  // namespace notices
