#include "notices/live.h"
#include "notices/notices.h"
#include "notices/queries.gen.h"

namespace notices {

namespace {

Delivery delivery(Tx& tx, const Thing& thing, Millis deliver_at, const Recipient& to) {
  return {tx.new_id<Uuid>(),
          std::string(thing.kind),
          thing.id,
          thing.edition,
          thing.party,
          thing.school,
          to.person,
          to.about_child,
          {},
          {},
          tx.now(),
          deliver_at};
}

}  // namespace

void deliver(Tx& tx, const Thing& thing, Millis deliver_at, std::span<const Recipient> recipients) {
  std::vector<Delivery> rows;
  rows.reserve(recipients.size());
  for (const Recipient& to : recipients) rows.push_back(delivery(tx, thing, deliver_at, to));
  q::deliver(tx, rows);
  refresh_at(tx, deliver_at, thing, recipients);
}

void deliver_to_desk(Tx& tx, const Thing& thing, Millis deliver_at, const Desk& desk, PersonId about_child) {
  Delivery row = delivery(tx, thing, deliver_at, {about_child, {}});
  row.desk_class = desk.school_class;
  row.desk_school = desk.school;
  q::deliver(tx, std::span(&row, 1));
  refresh_at(tx, deliver_at, thing, desk);
}

void remind(Tx& tx, const Thing& thing, Millis remind_at, std::span<const Recipient> recipients) {
  std::vector<Reminder> rows;
  for (const Recipient& to : recipients) {
    if (to.person) rows.push_back({thing.id, thing.edition, to.about_child, *to.person, remind_at});
  }
  q::remind(tx, rows);
  refresh_at(tx, remind_at, thing, recipients);
}

std::vector<Recipient> replace(Tx& tx, const Thing& thing, Millis deliver_at) {
  auto recipients = q::recipients_of(tx, thing.id, thing.edition - 1);
  q::end_at(tx, thing.id, deliver_at);
  deliver(tx, thing, deliver_at, recipients);
  return recipients;
}

void take_back(Tx& tx, const Uuid& thing) {
  q::end_at(tx, thing, tx.now());
  refresh(tx, q::hearers_of(tx, thing, tx.now()), thing);
}

bool open(Tx& tx, const Actor& actor, const Uuid& thing, PersonId child) {
  if (q::open(tx, actor.self, actor.children(read), thing, child, tx.now()) == 0) return false;
  store::hint(tx, {actor.person, "bell", {}});  // on their other screens
  return true;
}

bool open_at_desk(Tx& tx, const Actor& actor, const Uuid& thing) {
  const auto classes = actor.classes(read);
  const auto schools = actor.schools(read);
  if (q::open_desk(tx, classes, schools, thing, tx.now()) == 0) return false;
  for (const ClassId& one : classes) store::hint(tx, {one, "bell", {}});
  for (const SchoolId& one : schools) store::hint(tx, {one, "bell", {}});
  return true;
}

void done(Tx& tx, const Thing& thing, const Recipient& by, Way way) {
  const auto record = [&] { return q::done(tx, thing.id, thing.edition, by.about_child, by.person, way, tx.now()); };
  if (record() == 0) {
    deliver(tx, thing, tx.now(), std::span(&by, 1));
    record();
  }
  refresh(tx, q::hearers_about(tx, thing.id, by.about_child, tx.now(), tx.today()), thing.id);
}

bool undone(Tx& tx, const Held& held, Way way) {
  if (q::undone(tx, held.thing, held.edition, held.by.about_child, held.by.person, way) == 0) return false;
  refresh(tx, q::hearers_about(tx, held.thing, held.by.about_child, tx.now(), tx.today()), held.thing);
  return true;
}

}  // namespace notices
