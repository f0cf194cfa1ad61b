#include <tuple>

#include "features/liaison/files.h"
#include "features/liaison/paging.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/questions.h"
#include "features/liaison/rights.h"
#include "features/liaison/verbs.h"
#include "notices/notices.h"

namespace liaison {

namespace {

constexpr Millis ever = std::numeric_limits<Millis>::max();
constexpr Millis home_shows = days(14);
constexpr std::int64_t most_considered = 200;  // of which a card shows the first
constexpr std::size_t most_on_card = 20;

struct When {
  Millis now;
  Date today;
};

wire::ForChild for_child(const Actor& actor, const FamilyNote& note, bool asks_questions, const FamilyChild& row, When when) {
  const bool done = row.signed_at || row.paper_at;
  const bool by_other = note.ask == Ask::sign_one && row.answered && !done;
  wire::ForChild out{row.child, row.first_name,  row.opened_at, row.signed_at, {}, false, by_other, row.paper_at,
                     {},        row.answered_at, row.device_at, false};
  if (note.withdrawn_at) return out;
  if (row.answers) out.answers = answers_of(*row.answers);
  if (row.signed_at && may_take_back(*row.signed_at, when.now)) out.undo_until = *row.signed_at + undo_for;
  const bool may = may_sign(actor, note.ask, row.child);
  // another's answer settles a usual act until this guardian gives an opposite one
  out.may_sign = may && !done && (!by_other || asks_questions);
  out.may_change_answer = may && row.signed_at && row.answers && may_change_answer(note.sign_before, when.today);
  return out;
}

wire::Note as_read(const FamilyNote& row) {
  wire::Note out{};
  out.id = row.id;
  out.kind = row.kind;
  out.ask = row.ask;
  out.author_name = row.author_name;
  out.author_role = described::name_of(row.author_profile);
  out.audience_label = row.audience_label;
  out.party_name = row.party_name;
  out.school_name = row.school_name;
  out.delivered_at = row.delivered_at;
  if (row.version > 1) out.changed_at = row.version_at;
  out.sign_before = row.sign_before;
  out.version = row.version;
  out.withdrawn = row.withdrawn_at.has_value();
  out.signature = row.signature;
  if (out.withdrawn) return out;
  out.title = row.title;
  out.body = body_of(row.body);
  Content content = content_of(row.content);
  out.facts = std::move(content.facts);
  out.questions = questions_of(content);
  return out;
}

/// Soonest first; what has no day comes after what has one, oldest first.
bool sooner(const wire::NoteLine& a, const wire::NoteLine& b) {
  if (a.sign_before != b.sign_before) return a.sign_before && (!b.sign_before || *a.sign_before < *b.sign_before);
  return std::tie(a.delivered_at, a.note, a.child) < std::tie(b.delivered_at, b.note, b.child);
}

void keep_first(std::vector<wire::NoteLine>& lines) {
  if (lines.size() > most_on_card) lines.resize(most_on_card);
}

}  // namespace

Result<wire::NoteList> list_notes(gate::Call<ListNotes>& call) {
  const Actor& actor = call.actor;
  wire::NoteList out;
  out.notes = q::family_lines(call.tx, actor.self, actor.children(read), actor.children(sign), call.in.child, call.tx.now(),
                              call.in.before.value_or(ever), 0, false, page_limit);
  out.next_before = keep_page(out.notes, &wire::NoteLine::delivered_at);
  return out;
}

Result<wire::Note> find_note(gate::Call<OneNote>& call) {
  const Actor& actor = call.actor;
  const auto children = actor.children(read);
  const auto row = q::family_note(call.tx, actor.self, children, call.in.note, call.tx.now());
  if (!row) return not_found("liaison.no_note");
  wire::Note note = as_read(*row);
  if (!note.withdrawn) note.files = files_of(call.tx, row->id, content_of(row->content));
  for (const FamilyChild& child : q::family_children(call.tx, actor.self, children, row->id, row->version)) {
    note.children.push_back(for_child(actor, *row, !note.questions.empty(), child, {call.tx.now(), call.tx.today()}));
  }
  return note;
}

Result<> open_note(gate::Call<NoteAndChild>& call) {
  if (!notices::open(call.tx, call.actor, call.in.note, call.in.child)) return not_found("liaison.no_note");
  return {};
}

Result<wire::FamilyCard> family_card(Tx& tx, const Actor& actor) {
  const Millis since = tx.now() - home_shows;
  wire::FamilyCard card;
  for (wire::NoteLine& line :
       q::family_lines(tx, actor.self, actor.children(read), actor.children(sign), {}, tx.now(), ever, since, true, most_considered)) {
    const bool asks = line.ask != Ask::read;
    if (asks && !line.settled) {
      card.to_do.push_back(std::move(line));
    } else if (line.delivered_at >= since && !(asks && line.signed_at)) {  // what this guardian signed is not there to read
      card.to_read.push_back(std::move(line));
    }
  }
  std::sort(card.to_do.begin(), card.to_do.end(), sooner);
  keep_first(card.to_do);
  keep_first(card.to_read);
  return card;
}

}  // namespace liaison
