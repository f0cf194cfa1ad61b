#include "features/homework/entries.h"

#include <map>

#include "features/homework/files.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/texts.h"

namespace homework {

namespace {

/// Whether everything it is for is the actor's own: an entry shared with another class is changed by whoever holds both.
bool reaches_all(const std::vector<ClassId>& own, std::span<const CountedTarget> targets) {
  return std::all_of(targets.begin(), targets.end(), [&](const CountedTarget& one) {
    return !one.school_class || std::find(own.begin(), own.end(), *one.school_class) != own.end();
  });
}

wire::Entry entry_of(BookRow&& row, Millis now) {
  wire::Subject subject = subject_of(row);
  auto work = work_of(row);
  return {.entry = row.entry,
          .short_of = row.short_of,
          .targets = {},
          .given_on = row.given_on,
          .from_minute = row.from_minute,
          .subject = std::move(subject),
          .done = std::move(row.done),
          .work = std::move(work),
          .author_name = std::move(row.author_name),
          .author_role = row.author_profile,
          .version = row.version,
          .corrected_at = row.corrected_at,
          .struck = row.struck,
          .deliver_at = row.deliver_at,
          .held = row.deliver_at > now,
          .children = 0,
          .ticked = 0,
          .may_change = false,
          .files = {}};
}

}  // namespace

std::vector<wire::Entry> as_consulted(Tx& tx, const Actor& actor, std::vector<BookRow>&& rows) {
  std::vector<wire::Entry> out;
  if (rows.empty()) return out;
  std::vector<EntryId> ids;
  Filed filed;
  for (const BookRow& row : rows) {
    ids.push_back(row.entry);
    if (row.files > 0) filed.push_back(row.entry);
  }
  std::map<EntryId, std::vector<CountedTarget>> targets;
  for (CountedTarget& target : q::counted_targets(tx, ids, tx.today())) targets[target.entry].push_back(std::move(target));
  const auto own = actor.classes(write);

  for (BookRow& row : rows) {
    const auto& of_row = targets[row.entry];
    const bool writes =
        write.find(actor.profile) && !row.withdrawn_at && homework::may_change(actor, row.author) && reaches_all(own, of_row);
    wire::Entry entry = entry_of(std::move(row), tx.now());
    entry.may_change = writes;
    for (const CountedTarget& one : of_row) {
      entry.targets.push_back({one.kind, one.target, one.name});
      entry.children = one.children;
      entry.ticked = one.ticked;
    }
    out.push_back(std::move(entry));
  }
  put_files(tx, filed, out);
  return out;
}

}  // namespace homework
