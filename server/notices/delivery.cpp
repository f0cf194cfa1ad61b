#include "notices/notices.h"
#include "notices/queries.gen.h"

namespace notices {

void deliver(Tx& tx, const Thing& thing, Millis deliver_at, std::span<const Recipient> recipients) {
  std::vector<Delivery> rows;
  rows.reserve(recipients.size());
  for (const Recipient& to : recipients) {
    rows.push_back({tx.new_id<Uuid>(), std::string(thing.kind), thing.id, thing.edition, thing.party, thing.school, to.person,
                    to.about_child, tx.now(), deliver_at});
  }
  q::deliver(tx, rows);
}

std::vector<Recipient> replace(Tx& tx, const Thing& thing, Millis deliver_at) {
  auto recipients = q::recipients_of(tx, thing.id, thing.edition - 1);
  q::end_at(tx, thing.id, deliver_at);
  deliver(tx, thing, deliver_at, recipients);
  return recipients;
}

void take_back(Tx& tx, const Uuid& thing) { q::end_at(tx, thing, tx.now()); }

bool open(Tx& tx, const Actor& actor, const Uuid& thing, PersonId child) {
  return q::open(tx, actor.self, actor.children(read), thing, child, tx.now()) > 0;
}

void done(Tx& tx, const Thing& thing, const Recipient& by, Way way) {
  const auto record = [&] { return q::done(tx, thing.id, thing.edition, by.about_child, by.person, way, tx.now()); };
  if (record() > 0) return;
  deliver(tx, thing, tx.now(), std::span(&by, 1));
  record();
}

bool undone(Tx& tx, const Held& held, Way way) {
  return q::undone(tx, held.thing, held.edition, held.by.about_child, held.by.person, way) > 0;
}

}  // namespace notices
