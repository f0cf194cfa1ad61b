#include "features/homework/reading.h"

#include "features/homework/files.h"
#include "features/homework/queries.gen.h"
#include "features/homework/texts.h"
#include "features/homework/writing.h"
#include "gate/context.h"

namespace homework {

Date kept_since(Date today) { return today - gate::days_after_leaving; }

std::vector<wire::Item> items_of(Tx& tx, const std::vector<PersonId>& children, const Wish& wish) {
  std::vector<wire::Item> items;
  Filed filed;
  for (ItemRow& row : q::family_items(tx, children, wish.child, wish.subject, wish.words[0], wish.words[1], wish.words[2], wish.due_only,
                                      wish.days.from_on - farthest_due, wish.days.from_on, wish.days.until_on, kept_since(tx.today()),
                                      tx.now(), wish.latest_first, wish.most)) {
    if (row.files > 0) filed.push_back(row.entry);
    items.push_back(item_of(std::move(row)));
  }
  put_files(tx, filed, items);
  return items;
}

}  // namespace homework
