#include "base/text.h"
#include "features/homework/queries.gen.h"
#include "features/homework/reading.h"
#include "features/homework/rights.h"
#include "features/homework/texts.h"
#include "features/homework/verbs.h"

namespace homework {

namespace {

constexpr std::int64_t most_found = 50;
constexpr std::size_t shortest = 2;
constexpr int looks_back = 370;
constexpr int looks_ahead = 370;

wire::Found found_of(wire::Item&& item) {
  wire::Found out{item.entry, item.child, {}, std::move(item.label), item.given_on, {}, std::move(item.subject), {}, std::move(item.done)};
  if (item.work) {
    out.due_on = item.work->due_on;
    out.task = std::move(item.work->task);
  }
  return out;
}

wire::Found found_of(FoundRow&& row) {
  wire::Subject subject = subject_of(row);
  return {row.entry,          {},         row.school_class,   row.label.value_or(""),
          row.given_on,       row.due_on, std::move(subject), std::move(row.task),
          std::move(row.done)};
}

}  // namespace

Result<wire::FoundList> find_words(gate::Call<FindWords>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  if (text::length(text::fold(call.in.words)) < shortest) return invalid_at("/words", "homework.words_short");
  const auto patterns = patterns_of(call.in.words);
  if (patterns[0] == "%") return invalid_at("/words", "homework.words_short");  // signs, and no word
  wire::FoundList list;
  if (const auto children = actor.pupils(find); !children.empty()) {
    const Days days{tx.today() - looks_back, tx.today() + looks_ahead};
    for (wire::Item& item :
         items_of(tx, children, {.days = days, .child = call.in.child, .words = patterns, .latest_first = true, .most = most_found})) {
      list.found.push_back(found_of(std::move(item)));
    }
  } else if (actor.school) {
    for (FoundRow& row :
         q::found_entries(tx, actor.classes(find), actor.schools(find), *actor.school, patterns[0], patterns[1], patterns[2], most_found)) {
      list.found.push_back(found_of(std::move(row)));
    }
  }
  return list;
}

}  // namespace homework
