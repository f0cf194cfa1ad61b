#include "features/liaison/files.h"
#include "features/liaison/outcome.h"
#include "features/liaison/paging.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/reminding.h"
#include "features/liaison/rights.h"
#include "features/liaison/stacks.h"
#include "features/liaison/verbs.h"

namespace liaison {

namespace {

constexpr std::size_t most_on_card = 10;

std::vector<wire::SentLine> latest_sent(Tx& tx, const Actor& actor, Millis before, std::int64_t limit) {
  return q::sent_lines(tx, actor.classes(follow), actor.schools(follow), *actor.school, before, tx.today(), limit);
}

/// Contradictory answers leave a child undone: the home keeps showing the note to its teachers and to the head (SC-02).
bool is_awaited(const wire::SentLine& line) { return !line.withdrawn && line.done < line.children; }

}  // namespace

Result<wire::SentList> list_sent(gate::Call<ListSent>& call) {
  wire::SentList out;
  out.notes = latest_sent(call.tx, call.actor, call.in.before.value_or(std::numeric_limits<Millis>::max()), page_limit);
  out.next_before = keep_page(out.notes, &wire::SentLine::sent_at);
  return out;
}

Result<wire::FollowUp> follow_up(gate::Call<OneNote>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  auto note = q::followed_note(tx, actor.classes(follow), actor.schools(follow), call.in.note);
  if (!note) return not_found("liaison.no_note");
  const Millis deliver_at = note->deliver_at.value_or(note->sent_at);
  const auto adults = q::followed_adults(tx, actor.classes(follow), actor.schools(follow), note->id, note->version, tx.today());
  Content content = content_of(note->content);
  const Asked asked{note->ask, questions_of(content)};
  auto children = stacked(asked, adults);
  auto reminder = reminder_desk(tx, *note, children, adults);
  wire::FollowUp out{.id = note->id,
                     .kind = note->kind,
                     .ask = note->ask,
                     .title = std::move(note->title),
                     .body = body_of(note->body),
                     .facts = std::move(content.facts),
                     .author_name = std::move(note->author_name),
                     .audience_label = std::move(note->audience_label),
                     .party_name = std::move(note->party_name),
                     .school_name = std::move(note->school_name),
                     .sent_at = note->sent_at,
                     .deliver_at = deliver_at,
                     .waiting = !note->withdrawn_at && deliver_at > tx.now(),
                     .sign_before = note->sign_before,
                     .version = note->version,
                     .withdrawn = note->withdrawn_at.has_value(),
                     .may_change = !note->withdrawn_at && may_change(actor, note->author, note->author_profile),
                     .signature = note->signature,
                     .questions = asked.questions,
                     .files = files_of(tx, note->id, content),
                     .totals = totals_of(asked.questions, children),
                     .routes = routes_of(children),
                     .reminder = reminder,
                     .children = {}};
  out.children = std::move(children);
  return out;
}

Result<wire::FollowCard> follow_card(Tx& tx, const Actor& actor) {
  wire::FollowCard card{latest_sent(tx, actor, std::numeric_limits<Millis>::max(), page_size)};
  std::erase_if(card.notes, [](const wire::SentLine& line) { return !is_awaited(line); });
  if (card.notes.size() > most_on_card) card.notes.resize(most_on_card);
  return card;
}

}  // namespace liaison
