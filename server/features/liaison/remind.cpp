#include <set>

#include "features/liaison/queries.gen.h"
#include "features/liaison/reminding.h"
#include "features/liaison/rights.h"
#include "features/liaison/sending.h"
#include "features/liaison/stacks.h"
#include "features/liaison/things.h"
#include "features/liaison/trace.h"
#include "features/liaison/verbs.h"

namespace liaison {

namespace {

/// Of one child, the humans who have nothing more to do, under any of their records.
std::set<PersonId> settled_of(Ask ask, PersonId child, const std::vector<FollowedAdult>& adults) {
  std::set<PersonId> settled;
  for (const FollowedAdult& one : adults) {
    if (one.child != child || !one.human) continue;
    if (one.done_at || one.closed) settled.insert(*one.human);
    if (ask == Ask::read ? one.opened_at.has_value() : !one.may_sign.value_or(false)) settled.insert(*one.human);
  }
  return settled;
}

/// The civil day a reminder reaches families: two never reach them on one day.
bool is_too_soon(Tx& tx, const FollowedNote& note, Millis at) {
  return note.reminded_at && tx.zone().date(at) <= tx.zone().date(*note.reminded_at);
}

std::int64_t humans_among(const std::vector<notices::Recipient>& recipients, const std::vector<FollowedAdult>& adults) {
  std::set<PersonId> humans;
  for (const FollowedAdult& one : adults) {
    const auto is_reached = [&](const notices::Recipient& to) { return to.person == one.person && to.about_child == one.child; };
    if (one.human && std::any_of(recipients.begin(), recipients.end(), is_reached)) humans.insert(*one.human);
  }
  return std::int64_t(humans.size());
}

std::int64_t children_among(const std::vector<notices::Recipient>& recipients) {
  std::set<PersonId> children;
  for (const notices::Recipient& to : recipients) children.insert(to.about_child);
  return std::int64_t(children.size());
}

}  // namespace

std::vector<notices::Recipient> awaited(Ask ask, const std::vector<wire::FollowedChild>& children,
                                        const std::vector<FollowedAdult>& adults) {
  std::vector<notices::Recipient> recipients;
  for (const wire::FollowedChild& child : children) {
    if (child.stack == Stack::done) continue;
    const auto settled = settled_of(ask, child.child, adults);
    for (const FollowedAdult& one : adults) {
      if (one.child == child.child && one.human && one.deliver_at && !settled.contains(*one.human))
        recipients.push_back({one.child, one.person});
    }
  }
  return recipients;
}

std::optional<wire::ReminderDesk> reminder_desk(Tx& tx, const FollowedNote& note, const std::vector<wire::FollowedChild>& children,
                                                const std::vector<FollowedAdult>& adults) {
  if (note.withdrawn_at || note.deliver_at.value_or(note.sent_at) > tx.now()) return {};
  const auto recipients = awaited(note.ask, children, adults);
  if (recipients.empty() && !note.reminded_at) return {};
  const Millis at = arrival(tx, note.school);
  return wire::ReminderDesk{
      humans_among(recipients, adults), children_among(recipients), at, at != tx.now(), is_too_soon(tx, note, at), note.reminded_at};
}

Result<wire::Reminded> remind(gate::Call<Remind>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  const auto note = q::followed_note(tx, actor.classes(follow), actor.schools(follow), call.in.note);
  if (!note) return not_found("liaison.no_note");
  if (note->withdrawn_at) return gone("liaison.withdrawn");
  if (note->version != call.in.version) return stale("liaison.stale");
  const Millis at = arrival(tx, note->school);
  if (is_too_soon(tx, *note, at)) return conflict("liaison.reminded_today");

  const auto adults = q::followed_adults(tx, actor.classes(follow), actor.schools(follow), note->id, note->version, tx.today());
  auto recipients = awaited(note->ask, stacked({note->ask, questions_of(content_of(note->content))}, adults), adults);
  if (recipients.empty() || note->deliver_at.value_or(note->sent_at) > tx.now()) return conflict("liaison.nobody_awaited");
  const std::int64_t reached = humans_among(recipients, adults);
  notices::remind(tx, thing_of(note->id, note->version, note->party, note->school), at, recipients);
  q::add_reminder(tx, tx.new_id<Uuid>(), note->id, note->version, actor.person, tx.now(), at, reached);
  tell_audit(tx, actor, {"liaison.remind", note->school, note->id});
  return wire::Reminded{at, at != tx.now(), reached, children_among(recipients)};
}

}  // namespace liaison
