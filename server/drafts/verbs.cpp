#include "drafts/verbs.h"

#include "base/json.h"
#include "drafts/queries.gen.h"

namespace drafts {

namespace {

constexpr std::int64_t most_drafts = 100;  // of one person
constexpr std::size_t longest_place = 64;

/// The actor's own context, as a key: functions add up, contexts do not.
std::string context_of(const Actor& actor) {
  std::string context(described::name_of(actor.profile));
  if (actor.school) context += '/' + to_text(*actor.school);
  return context;
}

/// "liaison.note", "new", an id.
bool is_place(std::string_view text) {
  const auto fine = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; };
  return !text.empty() && text.size() <= longest_place && std::all_of(text.begin(), text.end(), fine);
}

bool is_object(std::string_view content) {
  json::Problems problems;
  const auto parsed = json::parse(content, problems);
  return parsed && parsed->is_object();
}

}  // namespace

Result<wire::Draft> find_draft(gate::Call<OneDraft>& call) {
  auto found = q::find_draft(call.tx, call.actor.self, context_of(call.actor), call.in.kind, call.in.thing);
  if (!found) return not_found("drafts.no_draft");
  return *std::move(found);
}

Result<wire::Saved> save_draft(gate::Call<SaveDraft>& call) {
  Tx& tx = call.tx;
  const SaveDraft& in = call.in;
  const std::string context = context_of(call.actor);
  if (!is_place(in.kind) || !is_place(in.thing)) return invalid("drafts.not_a_place");
  if (!is_object(in.content.content)) return invalid("drafts.not_text");
  if (in.version > 0) {
    if (q::change_draft(tx, call.actor.self, context, in.kind, in.thing, in.content.content, in.version, tx.now()) == 0)
      return stale("drafts.newer");
    return wire::Saved{in.version + 1, tx.now()};
  }
  if (q::count_drafts(tx, call.actor.self).value_or(0) >= most_drafts) return conflict("drafts.too_many");
  if (q::begin_draft(tx, call.actor.person, context, in.kind, in.thing, in.content.content, tx.now()) == 0) return stale("drafts.newer");
  return wire::Saved{1, tx.now()};
}

Result<> drop_draft(gate::Call<OneDraft>& call) {
  q::drop_draft(call.tx, call.actor.self, context_of(call.actor), call.in.kind, call.in.thing);
  return {};
}

}  // namespace drafts
