#include "features/homework/giving.h"

#include "features/homework/author.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/texts.h"
#include "features/homework/writing.h"

namespace homework {

namespace {

std::vector<wire::Heavy> heavy_days(Tx& tx, const Actor& actor, std::span<const ClassId> classes, Date due_on) {
  std::vector<wire::Heavy> heavy;
  if (classes.empty()) return heavy;
  const auto known = list_classes(tx, actor, write);
  for (const wire::Load& load : q::loads(tx, classes, due_on - farthest_due, due_on, due_on, tx.today())) {
    const auto line = std::find_if(known.begin(), known.end(), [&](const wire::ClassLine& one) { return one.id == load.school_class; });
    if (line == known.end() || load.minutes <= line->ceiling) continue;
    heavy.push_back({load.school_class, line->label, load.minutes, line->ceiling});
  }
  return heavy;
}

}  // namespace

Moment moment_of(Tx& tx, SchoolId school) { return {people::calendar_of(tx, school), people::find_hours(tx, school).hours}; }

EntryId keep_entry(Tx& tx, const Actor& actor, const Moment& moment, const NewText& text, std::span<const ChosenTarget> targets) {
  const auto id = tx.new_id<EntryId>();
  const std::string name = name_of_author(tx, actor.person);
  const EntryRow entry{id,
                       *actor.school,
                       school_year_of(text.given_on),
                       *actor.party,
                       actor.person,
                       actor.profile,
                       name,
                       text.given_on,
                       text.from_minute,
                       text.short_of,
                       tx.now()};
  q::add_entry(tx, std::span(&entry, 1));
  const Millis at = appears_at(moment.hours, tx.zone(), text.given_on, tx.now());
  const VersionRow version{text.text, id, 1, fold_of(text.text), actor.person, name, tx.now(), at, {}};
  q::add_version(tx, std::span(&version, 1));
  q::add_targets(tx, rows_of(targets, id, text.given_on));
  return id;
}

wire::Given given(Tx& tx, const Actor& actor, const Moment& moment, EntryId entry, const TextColumns& text, Date given_on,
                  std::span<const ClassId> classes) {
  const Millis at = appears_at(moment.hours, tx.zone(), given_on, tx.now());
  wire::Given out{entry, {}, 1, at, at > tx.now(), false, {}};
  if (!text.due_on) return out;
  out.late = given_late(moment.calendar, tx.zone().local(tx.now()), *text.due_on);
  out.heavy = heavy_days(tx, actor, classes, *text.due_on);
  return out;
}

}  // namespace homework
