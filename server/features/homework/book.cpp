#include "features/homework/entries.h"
#include "features/homework/page.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/shelf.h"
#include "features/homework/texts.h"
#include "features/homework/writing.h"

namespace homework {

namespace {

constexpr std::int64_t most_entries = 400;
constexpr int card_looks_ahead = 7;
constexpr std::int64_t most_on_card = 20;

std::vector<wire::BookDay> days_between(const people::SchoolCalendar& calendar, Days days) {
  std::vector<wire::BookDay> out;
  for (Date on = days.from_on; on <= days.until_on; on = on + 1) out.push_back({on, calendar.is_school_day(on), calendar.why_off(on), 0});
  return out;
}

}  // namespace

Result<wire::Book> open_book(gate::Call<OpenBook>& call) {
  Tx& tx = call.tx;
  const OpenBook& in = call.in;
  const Days days = TRY(days_asked(tx.today(), in.from_on, in.until_on));
  wire::Book book;
  book.classes = list_classes(tx, call.actor, consult);
  if (book.classes.empty() && !in.school_class) return book;
  const ClassId school_class = in.school_class.value_or(book.classes.empty() ? ClassId{} : book.classes.front().id);
  if (std::none_of(book.classes.begin(), book.classes.end(), [&](const wire::ClassLine& one) { return one.id == school_class; })) {
    return not_found("homework.no_class");
  }

  book.school_class = school_class;
  if (const auto opening = q::opening_of(tx, school_class)) book.open_from = opening->from_on;
  book.days = days_between(people::calendar_of(tx, *call.actor.school), days);
  for (const wire::Load& load :
       q::loads(tx, std::span(&school_class, 1), days.from_on - farthest_due, days.from_on, days.until_on, tx.today())) {
    book.days[std::size_t(load.due_on.days - days.from_on.days)].minutes = load.minutes;
  }
  book.entries = as_consulted(tx, call.actor,
                              q::class_entries(tx, call.actor.classes(consult), call.actor.schools(consult), school_class, in.subject,
                                               days.from_on - farthest_due, days.from_on, days.until_on, tx.today(), most_entries));
  return book;
}

Result<wire::EntryPage> find_entry(gate::Call<OneEntry>& call) {
  Tx& tx = call.tx;
  auto row = q::entry_of(tx, call.actor.classes(consult), call.actor.schools(consult), call.in.entry);
  if (!row || (row->withdrawn_at && !row->struck)) return not_found("homework.no_entry");
  const std::int64_t present = row->version;
  std::vector<BookRow> rows;
  rows.push_back(*std::move(row));
  wire::EntryPage page{std::move(as_consulted(tx, call.actor, std::move(rows)).front()), {}};
  for (FormerRow& former : q::texts_of(tx, call.in.entry)) {
    if (former.version == present) continue;
    wire::Subject subject = subject_of(former);
    auto work = work_of(former);
    page.former.push_back(
        {former.version, std::move(subject), std::move(former.done), std::move(work), std::move(former.made_by_name), former.made_at});
  }
  return page;
}

Result<wire::ClassCard> class_card(Tx& tx, const Actor& actor) {
  return wire::ClassCard{as_consulted(
      tx, actor,
      q::to_come(tx, actor.classes(write), tx.today() - farthest_due, tx.today() + 1, tx.today() + card_looks_ahead, most_on_card))};
}

}  // namespace homework
